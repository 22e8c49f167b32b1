import type { IncidentView } from '@open12345/contract/incident'
import { App, Button, Form } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useFocusInside } from '../../parts/use-focus.ts'
import { WordsField } from '../work-order/steps/words-field.tsx'
import { incidentWords } from './incident-words.ts'

const said = words({
  note: [
    '{count} 件一并办理的诉求将各自收到这份答复和短信，并各自回访。主工单仍由承办单位办结。结束后不能再改。',
    'Each of {count} requests gets this answer and an SMS, and is followed up by itself. The main order stays with its unit. It cannot be changed afterwards.',
  ],
  noneNote: [
    '还没有诉求并入，没有人会收到答复；公告随即撤下。结束后不能再改。',
    'Nobody has joined, so nobody is told; the notice is taken down. It cannot be changed afterwards.',
  ],
  submit: ['结束事件，答复 {count} 件', 'End it and answer {count}'],
  cancel: ['不结束', 'Do not end it'],
  done: ['事件已结束，正在逐件答复', 'The incident is over; everybody is being answered'],
})

type Props = { readonly incident: IncidentView; readonly onDone: () => void }

export const EndForm = ({ incident, onDone }: Props): ReactElement => {
  const text = useWords(said)
  const names = useWords(incidentWords)
  const { message } = App.useApp()
  const frame = useFocusInside<HTMLDivElement>()
  const count = incident.joined ?? 0
  const end = useCommand(
    (body: { readonly answer: string }, { idempotencyKey }) =>
      api.endIncident({ params: { incidentId: incident.incidentId }, body, idempotencyKey }),
    () => {
      void message.success(text.done)
      onDone()
    },
  )
  return (
    <div ref={frame}>
      <Form name="end" layout="vertical" onFinish={(typed: { readonly answer: string }) => end.mutate(typed)}>
        <p className="form-note">{fill(count === 0 ? text.noneNote : text.note, { count })}</p>
        <WordsField label={names.finalAnswer} name="answer" most={4000} rows={4} />
        <ProblemNote error={end.error} />
        <div className="step-submit">
          <Button type="primary" danger htmlType="submit" loading={end.isPending}>
            {fill(text.submit, { count })}
          </Button>
          <Button onClick={onDone}>{text.cancel}</Button>
        </div>
      </Form>
    </div>
  )
}
