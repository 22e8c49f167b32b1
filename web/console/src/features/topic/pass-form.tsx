import type { TopicView } from '@open12345/contract/topic'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { topicWords } from './topic-words.ts'
import { TopicForm, type StepProps } from './topic-form.tsx'

const said = words({
  submit: ['转交预警', 'Pass the warning on'],
  to: ['转交给', 'To'],
  which: ['哪个单位', 'Which unit'],
  note: [
    '单位只看得到自己经办的那几件；结果由热线中心登记。',
    'A unit sees the orders it handles and no others; the centre records the outcome.',
  ],
  needed: ['请选择', 'Please choose'],
})

type Owner = NonNullable<TopicView['warning']>['owner']
type Typed = { readonly owner: Owner; readonly unitId?: string }
const owners: readonly Owner[] = ['centre', 'office', 'unit']

export const PassForm = ({ topic: { topicId, warning }, onDone }: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(topicWords)
  const choices = owners.filter((owner) => owner === 'unit' || owner !== warning?.owner)
  const [first = 'unit'] = choices
  return (
    <TopicForm<Typed>
      name="pass-topic"
      submit={text.submit}
      initial={{ owner: first }}
      send={({ owner, unitId }, { idempotencyKey }) =>
        api.passTopic({ params: { topicId }, body: { owner, unitId: owner === 'unit' ? (unitId ?? null) : null }, idempotencyKey })
      }
      onDone={onDone}
    >
      <Form.Item label={text.to} name="owner">
        <Radio.Group options={choices.map((owner) => ({ value: owner, label: names[owner] }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['owner']}>
        {({ getFieldValue }) =>
          getFieldValue('owner') === 'unit' ? (
            <Form.Item label={text.which} name="unitId" extra={text.note} rules={[{ required: true, message: text.needed }]}>
              <UnitSelect />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </TopicForm>
  )
}
