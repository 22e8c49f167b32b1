import type { OrderView, StepTaken } from '@open12345/contract/work-order'
import { App, Button, Form, type FormInstance } from 'antd'
import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { ProblemNote } from '../../../parts/problem-note.tsx'
import { useOrderStep, type SendStep } from '../use-order-step.ts'
import { useKept } from './use-kept.ts'

const said = words({
  done: ['{number} 已完成：{step}', '{number} done: {step}'],
  hint: ['Ctrl + Enter 提交', 'Ctrl + Enter submits'],
})

export type StepProps = { readonly order: OrderView; readonly onDone: (taken: StepTaken) => void }

type Props<V> = StepProps & {
  readonly name: string
  readonly submit: string
  readonly send: SendStep<V>
  readonly initial?: Partial<V>
  /** What was typed outlives a reload under this name. */
  readonly isKept?: boolean
  readonly danger?: boolean
  /** Whoever takes the step sees the order no more. */
  readonly losesSight?: boolean
  readonly form?: FormInstance
  readonly children?: ReactNode
}

/** Not what is hidden because there is nothing to choose, nor the choice between forms: that one is made already. */
const passedOver = ':not([disabled], [type="file"], .ant-form-item-hidden *, .step-mode *)'
const firstField = `textarea${passedOver}, input${passedOver}`

type Failed = { readonly errorFields: readonly { readonly name: readonly (string | number)[] }[] }

/** A group of radio buttons is no element that takes the focus: its first button does. */
const focusFailed = (formName: string, { errorFields }: Failed): void => {
  const field = document.getElementById([formName, ...(errorFields[0]?.name ?? [])].join('_'))
  field?.querySelector<HTMLElement>('input')?.focus()
}

/** The frame of every step: fields, one button, what was refused and why. */
export const StepForm = <V extends object>({
  order,
  onDone,
  name,
  submit,
  send,
  initial,
  isKept = false,
  danger = false,
  losesSight = false,
  form,
  children,
}: Props<V>): ReactElement => {
  const text = useWords(said)
  const { message } = App.useApp()
  const [ownForm] = Form.useForm()
  const used = form ?? ownForm
  const frame = useRef<HTMLDivElement>(null)
  const kept = useKept<V>(isKept ? name : undefined, order.orderId)
  const done = (answer: StepTaken): void => {
    kept.forget()
    void message.success(fill(text.done, { number: numberText(order.number), step: submit }))
    onDone(answer)
  }
  const step = useOrderStep(order, { send, done, losesSight })
  // A step without fields takes the focus itself, not its button: an Enter that is held down from the step before takes no step.
  useEffect(() => (frame.current?.querySelector<HTMLElement>(firstField) ?? frame.current)?.focus({ preventScroll: true }), [])
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat && !step.isPending) used.submit()
  }
  return (
    <div ref={frame} role="group" aria-label={submit} tabIndex={-1} onKeyDown={press} className="step-form">
      <Form
        form={used}
        name={name}
        layout="vertical"
        initialValues={{ ...initial, ...kept.values }}
        onValuesChange={(_, values: V) => kept.keep(values)}
        onFinish={(values: V) => step.take(values)}
        onFinishFailed={(failed) => focusFailed(name, failed)}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        {children}
        <ProblemNote error={step.error} onReload={step.reload} />
        <div className="step-submit">
          <Button type="primary" htmlType="submit" danger={danger} loading={step.isPending}>
            {submit}
          </Button>
          <span className="soft key-hint">{text.hint}</span>
        </div>
      </Form>
    </div>
  )
}
