import type { ContactView } from '@open12345/contract/contact'
import type { RecordedOrder } from '@open12345/contract/work-order'
import { App, Button, Form, Input, Radio } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { fill, useLanguage, useWords } from '@open12345/ui/language.ts'
import { timeText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useIsWide } from './use-is-wide.ts'
import { AssistantPanel } from '../assistant/assistant-panel.tsx'
import { CallerAnswer } from '../incident/caller-answer.tsx'
import { AnswerFields } from '../work-order/fields/answer-fields.tsx'
import { DeclineFields } from '../work-order/fields/decline-fields.tsx'
import { AboutFields, ClassificationFields, UrgencyFields } from '../work-order/fields/matter-fields.tsx'
import { present } from '../work-order/steps/present.ts'
import { draftOf, forgetDraft, useDraft, type DraftState } from './draft.ts'
import { nextMatter, recordBodyOf, type RecordValues, type Then } from './record-values.ts'
import { RepeatsBefore } from './repeats-before.tsx'
import { RequesterFields } from './requester-fields.tsx'
import { seatWords } from './seat-words.ts'
import { useRepeatStep } from './use-repeat-step.ts'
// Else it came only with the first order that is opened at this desk.
import '../work-order/panel/order.css'

const Kept = ({ state }: { readonly state: DraftState }): ReactElement => {
  const text = useWords(seatWords)
  const language = useLanguage()
  const sentence =
    state === null ? '' : state.where === 'server' ? fill(text.kept, { at: timeText(state.savedAt, language) }) : text.keptHere
  return (
    <span className="soft" role="status">
      {sentence}
    </span>
  )
}

const submitOf = { accept: 'submitAccept', answer: 'submitAnswer', decline: 'submitDecline', none: 'submitNone' } as const satisfies Record<
  Then,
  keyof typeof seatWords
>

const ThenChoice = (): ReactElement => {
  const text = useWords(seatWords)
  return (
    <Form.Item label={text.step} name="step">
      <Radio.Group
        aria-label={text.step}
        optionType="button"
        buttonStyle="solid"
        options={[
          { value: 'accept', label: text.thenAccept },
          { value: 'answer', label: text.thenAnswer },
          { value: 'decline', label: text.thenDecline },
          { value: 'none', label: text.thenNone },
        ]}
      />
    </Form.Item>
  )
}

const ThenFields = ({ then, contactId }: { readonly then: Then; readonly contactId: string }): ReactElement | null => {
  if (then === 'accept') return <UrgencyFields />
  if (then === 'answer') return <AnswerFields about={{ contactId }} />
  if (then === 'decline') return <DeclineFields withClarification />
  return null
}

type Props = {
  readonly contact: ContactView
  /** Where the assistant stands on a wide screen. */
  readonly beside: HTMLElement | null
  readonly onLink: (() => void) | undefined
  readonly onRecorded: (order: RecordedOrder) => void
}
type MatterProps = Props & { readonly initial: Partial<RecordValues>; readonly onNext: (next: RecordValues) => void }

type BesideProps = Pick<Props, 'contact' | 'beside' | 'onLink'> & {
  readonly within: RefObject<HTMLElement | null>
  readonly onTaken: () => void
}

/** Beside the form where there is room, below the words where there is not: there it is read while they are written. */
const Assistant = ({ contact, beside, ...rest }: BesideProps): ReactElement => {
  const isWide = useIsWide()
  const panel = <AssistantPanel history={contact.history} {...rest} />
  return isWide && beside !== null ? createPortal(panel, beside) : panel
}

const useRecord = ({ contact, onRecorded, onNext }: MatterProps, keep: (values: RecordValues) => void) => {
  const takeRepeatStep = useRepeatStep()
  return useCommand(
    (values: RecordValues, { idempotencyKey }) =>
      api.recordOrder({ idempotencyKey, body: present(recordBodyOf(contact.contactId, values)) }),
    async (order, values) => {
      const next = nextMatter(values)
      forgetDraft(contact.contactId)
      keep(next)
      onRecorded(await takeRepeatStep(order, values))
      onNext(next)
    },
  )
}

/** One matter: written while somebody speaks. What was told comes first, what the step needs stands below it, nothing is lost on a crash. */
const MatterForm = (props: MatterProps): ReactElement => {
  const { contact, initial, beside, onLink } = props
  const within = useRef<HTMLDivElement>(null)
  const text = useWords(seatWords)
  const [form] = Form.useForm<RecordValues>()
  const draft = useDraft(contact.contactId)
  const then = Form.useWatch('step', form) ?? 'accept'
  const alsoUrgent = Form.useWatch('alsoUrgent', form)
  const needsClass = then === 'accept' || (then === 'decline' && (alsoUrgent === 'special' || alsoUrgent === 'emergency'))
  const record = useRecord(props, draft.keep)
  const keep = (): void => draft.keep(form.getFieldsValue(true) as RecordValues)
  useEffect(() => form.getFieldInstance('content')?.focus({ preventScroll: true }), [form])
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
  }
  return (
    <div ref={within} onKeyDown={press}>
      <Form
        form={form}
        name="record"
        layout="vertical"
        initialValues={{ step: 'accept', ...initial }}
        onValuesChange={keep}
        onFinish={() => record.mutate(form.getFieldsValue(true) as RecordValues)}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <RequesterFields caller={contact.callerMasked} />
        <Form.Item label={text.content} name="content" rules={[{ required: true, whitespace: true, message: text.needed }]}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={5000} showCount placeholder={text.contentHint} />
        </Form.Item>
        <Assistant contact={contact} beside={beside} onLink={onLink} within={within} onTaken={keep} />
        <ClassificationFields isRequired={needsClass} />
        <CallerAnswer />
        <RepeatsBefore history={contact.history} />
        <Form.Item label={text.address} name="addressDetail">
          <Input maxLength={200} />
        </Form.Item>
        <AboutFields isAccepting={needsClass} />
        <ThenChoice />
        <ThenFields then={then} contactId={contact.contactId} />
        <ProblemNote error={record.error} />
        <div className="seat-submit">
          <Button type="primary" size="large" htmlType="submit" danger={then === 'decline'} loading={record.isPending}>
            {text[submitOf[then]]}
          </Button>
          <span className="soft key-hint">{text.submitHint}</span>
          <Kept state={draft.state} />
        </div>
      </Form>
    </div>
  )
}

/** 登记: matter after matter of one caller. What was half written before a crash is there again. */
export const RecordForm = (props: Props): ReactElement => {
  const { contact } = props
  const text = useWords(seatWords)
  const { message } = App.useApp()
  const [matter, setMatter] = useState<{ readonly at: number; readonly initial: Partial<RecordValues> }>(() => ({
    at: 0,
    initial: draftOf(contact) ?? {},
  }))
  const [isRestored] = useState(matter.initial.content !== undefined)
  useEffect(() => {
    if (isRestored) void message.info(text.restored)
  }, [isRestored, message, text.restored])
  const next = (initial: RecordValues): void => setMatter(({ at }) => ({ at: at + 1, initial }))
  return <MatterForm key={matter.at} {...props} initial={matter.initial} onNext={next} />
}
