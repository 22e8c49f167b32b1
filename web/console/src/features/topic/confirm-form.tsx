import type { IncidentView } from '@open12345/contract/incident'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { numberText } from '@open12345/ui/number-text.ts'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { Answered } from '../../parts/states.tsx'
import { useOpenIncidents } from '../incident/use-incidents.ts'
import { TopicForm, type StepProps } from './topic-form.tsx'

const said = words({
  submit: ['按事件处理', 'Handle as an incident'],
  which: ['哪个事件', 'Which incident'],
  known: ['已开立的事件', 'One that is going on'],
  fresh: ['开立新的事件', 'A new one'],
  choose: ['选择一个进行中的事件', 'Choose one that is going on'],
  noneOpen: ['现在没有进行中的事件', 'No incident is going on'],
  askDispatcher: ['现在没有进行中的事件；新的事件由派单员开立。', 'No incident is going on; a dispatcher opens a new one.'],
  chooseMain: ['选择主工单', 'Choose the main order'],
  main: ['以哪件为主工单', 'From which order'],
  mainNote: [
    '主工单由一个单位办理，其余的在派单台并入事件，统一答复（第十二条（四））。这里列出最近几件中已派出的；都没有派出的，先派出一件。',
    'One unit handles the main order; the others join the incident at the dispatch desk and are answered together (article 12(4)). Of the newest, those that were dispatched; where there is none, dispatch one first.',
  ],
  noMain: ['最近的几件都没有派出', 'None of the newest was dispatched'],
  title: ['事件名称', 'Name of the incident'],
  titleNote: ['谁都能看到：写地点和什么事，不写人。', 'Everybody may read it: the place and what it is, nobody’s name.'],
  needed: ['请填写', 'Please fill this in'],
})

type Typed = { readonly way: 'known' | 'fresh'; readonly incidentId?: string; readonly mainOrderId?: string; readonly title?: string }

type KnownProps = { readonly incidents: readonly IncidentView[]; readonly mayOpen: boolean }
const Known = ({ incidents, mayOpen }: KnownProps): ReactElement => {
  const text = useWords(said)
  const options = incidents.map(({ incidentId, title, placeName }) => ({ value: incidentId, label: `${title}（${placeName}）` }))
  const note = incidents.length === 0 && !mayOpen ? { extra: text.askDispatcher } : {}
  return (
    <Form.Item label={text.known} name="incidentId" rules={[{ required: true, message: text.needed }]} {...note}>
      <Select options={options} placeholder={text.choose} notFoundContent={text.noneOpen} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  )
}

const Fresh = ({ topic }: Pick<StepProps, 'topic'>): ReactElement => {
  const text = useWords(said)
  const options = topic.samples
    .filter(({ stage }) => ['to-sign', 'in-hand', 'to-review'].includes(stage))
    .map(({ orderId, number, summary }) => ({ value: orderId, label: `${numberText(number)} ${summary}` }))
  return (
    <>
      <Form.Item label={text.main} name="mainOrderId" extra={text.mainNote} rules={[{ required: true, message: text.needed }]}>
        <Select options={options} placeholder={text.chooseMain} notFoundContent={text.noMain} />
      </Form.Item>
      <Form.Item
        label={text.title}
        name="title"
        extra={text.titleNote}
        rules={[{ required: true, whitespace: true, message: text.needed }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </>
  )
}

/** What one key names cannot name another command. */
const opened = async ({ mainOrderId = '', title = '' }: Typed, idempotencyKey: string): Promise<string> =>
  (await api.openIncident({ body: { mainOrderId, title }, idempotencyKey: `${idempotencyKey}-incident` })).incidentId

const Deciding = ({ topic, mayOpen, onDone, incidents }: StepProps & KnownProps): ReactElement => {
  const text = useWords(said)
  const { topicId } = topic
  return (
    <TopicForm<Typed>
      name="confirm-topic"
      submit={text.submit}
      initial={{ way: mayOpen && incidents.length === 0 ? 'fresh' : 'known' }}
      send={async (typed, { idempotencyKey }) => {
        const incidentId = typed.way === 'fresh' ? await opened(typed, idempotencyKey) : (typed.incidentId ?? '')
        return api.confirmTopic({ params: { topicId }, body: { incidentId }, idempotencyKey })
      }}
      onDone={onDone}
    >
      {mayOpen ? (
        <Form.Item label={text.which} name="way">
          <Radio.Group
            options={[
              { value: 'known', label: text.known },
              { value: 'fresh', label: text.fresh },
            ]}
          />
        </Form.Item>
      ) : null}
      <Form.Item noStyle dependencies={['way']}>
        {({ getFieldValue }) =>
          getFieldValue('way') === 'fresh' ? <Fresh topic={topic} /> : <Known incidents={incidents} mayOpen={mayOpen} />
        }
      </Form.Item>
    </TopicForm>
  )
}

/** Whether a new one is asked for first depends on what is going on. */
export const ConfirmForm = (step: StepProps): ReactElement => (
  <Answered asked={useOpenIncidents()} rows={2}>
    {({ items }) => <Deciding {...step} incidents={items} />}
  </Answered>
)
