import type { LinkageLine, LinkageView } from '@open12345/contract/linkage'
import { Button, Form, Input, Radio } from 'antd'
import type { KeyboardEvent, ReactElement } from 'react'
import { fill, useWords } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { callWords } from './call-words.ts'
import { stateWords, wayWords } from './linkage-words.ts'
import { useLines, useRefresh } from './use-linkage.ts'

type Typed = { readonly way: 'transfer' | 'three-way'; readonly consent?: 'given' | 'emergency'; readonly told?: string }

const failures: readonly string[] = ['no-answer', 'refused', 'unreachable'] satisfies readonly LinkageView['state'][]

/** What came of the last one; the citizen was never let go. */
const Failed = ({
  last,
  lines,
  onCall,
}: {
  readonly last: LinkageView
  readonly lines: readonly LinkageLine[]
  readonly onCall: (lineId: string) => void
}): ReactElement | null => {
  const text = useWords(callWords)
  const states = useWords(stateWords)
  const next = lines.find(({ lineId }) => lineId === last.nextLineId)
  if (last.state === 'unknown') return <p role="status">{fill(text.unknown, { line: last.lineName })}</p>
  if (!failures.includes(last.state)) return null
  return (
    <div role="status" className="call-line-failed">
      <p>{fill(text.failed, { line: last.lineName, state: states[last.state] })}</p>
      <p className="soft">{fill(text.byPhone, { number: last.lineNumber ?? '' })}</p>
      {next === undefined ? null : (
        <Button onClick={() => onCall(next.lineId)}>{fill(text.next, { line: `${next.name} ${next.number ?? ''}` })}</Button>
      )}
    </div>
  )
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio')

/** A second try begins where the first one failed; consent to one line is none to another, but danger is danger. */
const startOf = (last: LinkageView | undefined): Partial<Typed> => {
  if (last === undefined || !failures.includes(last.state)) return { way: 'three-way' }
  const { way, consent, told } = last
  return {
    way: way === 'transfer' ? way : 'three-way',
    ...(consent === 'emergency' ? { consent } : {}),
    ...(told === null ? {} : { told }),
  }
}

type ChoiceProps = { readonly contactId: string; readonly lines: readonly LinkageLine[]; readonly last: LinkageView | undefined }

const Choice = ({ contactId, lines, last }: ChoiceProps): ReactElement => {
  const text = useWords(callWords)
  const ways = useWords(wayWords)
  const refresh = useRefresh()
  const [form] = Form.useForm<Typed>()
  const call = useCommand(
    (
      { lineId, way, consent = 'none' as const, told }: Omit<Typed, 'consent'> & { lineId: string; consent?: Typed['consent'] | 'none' },
      { idempotencyKey },
    ) => api.callLine({ params: { contactId }, idempotencyKey, body: { lineId, way, consent, told: told?.trim() ? told : null } }),
    refresh,
  )
  const dial = (lineId: string): void => {
    if (!call.isPending) call.mutate({ lineId, ...form.getFieldsValue() })
  }
  const press = (event: KeyboardEvent): void => {
    const line = lines[Number(event.key) - 1]
    if (line === undefined || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
    event.preventDefault()
    dial(line.lineId)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the digits only repeat what the buttons do
    <div onKeyDown={press}>
      {last === undefined ? null : <Failed last={last} lines={lines} onCall={dial} />}
      <Form form={form} layout="vertical" name="call-line" initialValues={startOf(last)}>
        <div className="call-line-fields">
          <Form.Item label={text.way} name="way">
            <Radio.Group
              options={[
                { value: 'three-way', label: ways['three-way'] },
                { value: 'transfer', label: ways.transfer },
              ]}
            />
          </Form.Item>
          <Form.Item label={text.consent} name="consent">
            <Radio.Group
              options={[
                { value: 'given', label: text.given },
                { value: 'emergency', label: text.emergency },
              ]}
            />
          </Form.Item>
        </div>
        <Form.Item label={text.told} name="told">
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      </Form>
      <p className="soft">{text.lines}</p>
      <ul className="call-line-list">
        {lines.map((line, index) => (
          <li key={line.lineId}>
            <Button danger={line.kind === 'emergency'} disabled={line.number === null} onClick={() => dial(line.lineId)}>
              {line.name} <span className="digits">{line.number ?? text.noNumber}</span> {index < 9 ? <kbd>{index + 1}</kbd> : null}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote error={call.error} />
    </div>
  )
}

/** The lines that can be called into this call, emergency lines first. */
export const CallLines = ({ contactId, last }: Omit<ChoiceProps, 'lines'>): ReactElement => {
  const text = useWords(callWords)
  const asked = useLines()
  return (
    <Answered asked={asked} rows={2}>
      {({ items }) => {
        const lines = items.filter(({ closed }) => !closed)
        return lines.length === 0 ? <Nothing>{text.none}</Nothing> : <Choice contactId={contactId} lines={lines} last={last} />
      }}
    </Answered>
  )
}
