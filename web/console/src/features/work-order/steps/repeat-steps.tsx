import type { Repeat } from '@open12345/contract/work-order'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { Answered } from '../../../parts/states.tsx'
import { RepeatLine } from '../panel/repeat-line.tsx'
import { useRepeats } from '../use-repeats.ts'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { WordsField } from './words-field.tsx'

const said = words({
  linkNote: [
    '同一诉求人就同一事项再次反映的才关联。关联本身不改变办理；承办单位据此可以认定终结办理。',
    'Only where the same person comes with the same matter again. It changes nothing by itself; the unit may then determine a termination.',
  ],
  earlier: ['原工单', 'Earlier order'],
  none: ['没有查到这位诉求人的其他工单。', 'There is no other order of this person.'],
  explainNote: [
    '已经终结的事项不再重复办理，向诉求人解释原意见后归档。有新的事实的，照常受理。',
    'What was terminated is not handled again: its opinion is explained and the order filed. With new facts it is accepted as any other.',
  ],
  noneTerminated: ['这位诉求人没有终结办理的工单，请照常受理。', 'Nothing of this person was terminated; accept it as any other.'],
  opinion: ['原终结意见', 'The opinion then'],
  explanation: ['向诉求人的解释（诉求人会看到）', 'Explanation (the requester reads it)'],
  reopenNote: [
    '诉求人有新的事实时使用：同一工单开始新的一轮，时限重新起算；原来的结果保留。',
    'Where the requester has new facts: the same order begins a new round with its own clocks; what was stays.',
  ],
  facts: ['新的事实', 'The new facts'],
})

type ChoiceProps = { readonly items: readonly Repeat[]; readonly nothing: string }

/** The earlier order that is meant; those that look alike come first. */
const EarlierField = ({ items, nothing }: ChoiceProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  if (items.length === 0) return <p className="late-note">{nothing}</p>
  const sorted = items.toSorted((one, other) => Number(other.isSimilar) - Number(one.isSimilar))
  return (
    <Form.Item label={text.earlier} name="ofOrderId" rules={[{ required: true, message: common.choose }]}>
      <Radio.Group
        aria-label={text.earlier}
        className="stacked-choice"
        options={sorted.map((repeat) => ({ value: repeat.orderId, label: <RepeatLine repeat={repeat} /> }))}
      />
    </Form.Item>
  )
}

export const LinkRepeatStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  const repeats = useRepeats(props.order.orderId)
  return (
    <Answered asked={repeats}>
      {({ items }) => {
        const field = <EarlierField items={items} nothing={text.none} />
        if (items.length === 0) return field
        return (
          <StepForm<{ readonly ofOrderId: string }>
            {...props}
            name="link-repeat"
            submit={names['link-repeat']}
            send={(values, call) => api.linkRepeat({ ...call, body: values })}
          >
            <p className="form-note">{text.linkNote}</p>
            {field}
          </StepForm>
        )
      }}
    </Answered>
  )
}

type Explaining = { readonly ofOrderId: string; readonly explanation: string }

const ExplainForm = ({ items, ...props }: StepProps & { readonly items: readonly Repeat[] }): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  const [form] = Form.useForm<Explaining>()
  const chosen = Form.useWatch('ofOrderId', form)
  const opinion = items.find(({ orderId }) => orderId === chosen)?.opinion
  return (
    <StepForm<Explaining>
      {...props}
      form={form}
      name="explain-termination"
      submit={names['explain-termination']}
      danger
      initial={items.length === 1 && items[0] !== undefined ? { ofOrderId: items[0].orderId } : {}}
      send={(values, call) => api.explainTermination({ ...call, body: values })}
    >
      <p className="form-note">{text.explainNote}</p>
      <EarlierField items={items} nothing={text.noneTerminated} />
      {opinion == null ? null : (
        <div className="public-words">
          <h4>{text.opinion}</h4>
          <p className="pre">{opinion}</p>
        </div>
      )}
      <WordsField label={text.explanation} name="explanation" most={3000} rows={3} />
    </StepForm>
  )
}

export const ExplainTerminationStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const repeats = useRepeats(props.order.orderId)
  return (
    <Answered asked={repeats}>
      {({ items }) => {
        const terminated = items.filter(({ closureKind }) => closureKind === 'terminated')
        if (terminated.length === 0) return <EarlierField items={terminated} nothing={text.noneTerminated} />
        return <ExplainForm {...props} items={terminated} />
      }}
    </Answered>
  )
}

/** 13-3a: the seat writes for whoever calls again about what was closed. */
export const ReopenStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly facts: string }>
      {...props}
      name="reopen"
      submit={names.reopen}
      isKept
      send={(values, call) => api.reopenOrder({ ...call, body: values })}
    >
      <p className="form-note">{text.reopenNote}</p>
      <WordsField label={text.facts} name="facts" most={5000} rows={3} />
    </StepForm>
  )
}
