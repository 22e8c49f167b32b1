import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { WordsField } from '../work-order/steps/words-field.tsx'
import { TopicForm, type StepProps } from './topic-form.tsx'

const said = words({
  submit: ['解除预警', 'Dismiss the warning'],
  reason: ['为什么解除', 'Why it is dismissed'],
  note: ['写事情，不写人的姓名、电话、住址。', 'What happened; nobody’s name, number or home.'],
})

type Typed = { readonly reason: string }

export const DismissForm = ({ topic: { topicId }, onDone }: StepProps): ReactElement => {
  const text = useWords(said)
  return (
    <TopicForm<Typed>
      name="dismiss-topic"
      submit={text.submit}
      send={({ reason }, { idempotencyKey }) => api.dismissTopic({ params: { topicId }, body: { reason }, idempotencyKey })}
      onDone={onDone}
    >
      <WordsField label={text.reason} name="reason" most={500} extra={text.note} />
    </TopicForm>
  )
}
