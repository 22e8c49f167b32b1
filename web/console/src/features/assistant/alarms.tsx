import type { Suggestions } from '@open12345/contract/assistant'
import { lawfulChannelLabels, urgencyLabels } from '@open12345/contract/vocabulary'
import { Button, Form } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLabel, useListed, useWords } from '@open12345/ui/language.ts'
import type { RecordValues } from '../contact/record-values.ts'
import { alarmWords, assistantWords } from './assistant-words.ts'

type Urgent = NonNullable<Suggestions['alarms']['urgent']>
const quoted = (reasons: readonly string[]): string => reasons.map((said) => `“${said}”`).join('')

type UrgentProps = { readonly urgent: Urgent; readonly onLink: (() => void) | undefined; readonly onTaken: () => void }

/** 第十二条（四）、第九条（三）: said loudly, with what to do now. Nothing is marked or called without a person's click. */
const UrgentBar = ({ urgent: { urgency, lines, reasons }, onLink, onTaken }: UrgentProps): ReactElement => {
  const text = useWords(alarmWords)
  const { because } = useWords(assistantWords)
  const label = useLabel()
  const listed = useListed()
  const form = Form.useFormInstance<RecordValues>()
  const step = Form.useWatch<RecordValues['step']>('step', form) ?? 'accept'
  const marked = Form.useWatch<RecordValues['urgency']>('urgency', form) ?? 'ordinary'
  const name = label(urgencyLabels[urgency])
  const mark = (): void => {
    form.setFieldsValue({ urgency })
    onTaken()
  }
  return (
    <section className={`assistant-alarm assistant-${urgency}`} role="alert" aria-label={text[urgency]}>
      <h3>{text[urgency]}</h3>
      <p>{fill(because, { words: quoted(reasons) })}</p>
      {lines.length === 0 ? null : (
        <p>
          {text.callNow} <b>{listed(lines.map((line) => label(lawfulChannelLabels[line])))}</b>
        </p>
      )}
      <p>{fill(text.thenReport, { urgency: name })}</p>
      <p className="assistant-alarm-steps">
        {lines.length === 0 || onLink === undefined ? null : (
          <Button danger type="primary" onClick={onLink}>
            {text.link} <kbd>Alt T</kbd>
          </Button>
        )}
        {step === 'accept' ? (
          <Button danger disabled={marked !== 'ordinary'} onClick={mark}>
            {fill(marked === 'ordinary' ? text.mark : text.marked, {
              urgency: marked === 'ordinary' ? name : label(urgencyLabels[marked]),
            })}
          </Button>
        ) : null}
      </p>
    </section>
  )
}

const Secrecy = ({ reasons, onTaken }: { readonly reasons: readonly string[]; readonly onTaken: () => void }): ReactElement => {
  const text = useWords(alarmWords)
  const form = Form.useFormInstance<RecordValues>()
  const isKept = Form.useWatch<RecordValues['confidential']>('confidential', form) === true
  const isReport = Form.useWatch<RecordValues['kind']>('kind', form) === 'report'
  const keep = (): void => {
    form.setFieldsValue({ confidential: true })
    onTaken()
  }
  return (
    <div className="assistant-warning">
      <p>{fill(text.secrecy, { words: quoted(reasons) })}</p>
      {isReport ? null : (
        <Button size="small" disabled={isKept} onClick={keep}>
          {isKept ? text.keptSecret : text.keepSecret}
        </Button>
      )}
    </div>
  )
}

type Alarms = Suggestions['alarms']

/** The loud one, above everything. */
export const Alarm = ({ urgent, ...rest }: Omit<UrgentProps, 'urgent'> & Pick<Alarms, 'urgent'>): ReactElement | null =>
  urgent === null ? null : <UrgentBar urgent={urgent} {...rest} />

type WarningProps = { readonly alarms: Alarms; readonly onTaken: () => void }

/** 第二十条: what is better asked before it is written down. */
export const Warnings = ({ alarms: { secrecy, identity }, onTaken }: WarningProps): ReactElement => {
  const text = useWords(alarmWords)
  const listed = useListed()
  return (
    <div role="status">
      {secrecy.length === 0 ? null : <Secrecy reasons={secrecy} onTaken={onTaken} />}
      {identity.length === 0 ? null : (
        <p className="assistant-warning">{fill(text.identity, { what: listed(identity.map((kind) => text[kind])) })}</p>
      )}
    </div>
  )
}
