import type { LinkageLine } from '@open12345/contract/linkage'
import { Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered } from '../../parts/states.tsx'
import { useLineChanges, useRefresh } from './use-linkage.ts'

const said = words({
  title: ['更正{line}', 'Correct {line}'],
  number: ['号码', 'Number'],
  numberRule: ['只含数字和横线；不知道的空着', 'Digits and hyphens; empty while it is not known'],
  note: ['备注', 'Note'],
  submit: ['保存', 'Save'],
  close: ['关闭', 'Close'],
  history: ['更正记录', 'Corrections'],
  none: ['没有更正过。', 'Never corrected.'],
  change: ['{at} {by}：{before} → {after}', '{at} {by}: {before} → {after}'],
  empty: ['空', 'empty'],
})

const History = ({ lineId }: { readonly lineId: string }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const asked = useLineChanges(lineId)
  const shown = (number: string | null, note: string | null): string => [number ?? text.empty, ...(note === null ? [] : [note])].join(' · ')
  return (
    <Answered asked={asked} rows={1}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{text.none}</p>
        ) : (
          <ol>
            {items.map(({ at, by, numberBefore, numberAfter, noteBefore, noteAfter }) => (
              <li key={at}>
                {fill(text.change, {
                  at: instantText(at, language),
                  by,
                  before: shown(numberBefore, noteBefore),
                  after: shown(numberAfter, noteAfter),
                })}
              </li>
            ))}
          </ol>
        )
      }
    </Answered>
  )
}

type Typed = { readonly number?: string; readonly note?: string }
const given = (typed: string | undefined): string | null => (typed?.trim() ? typed.trim() : null)

/** The manager writes a number down, or puts it right; what stood there before is kept. @clause 14 */
export const CorrectLine = ({ line, onDone }: { readonly line: LinkageLine; readonly onDone: () => void }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const { lineId } = line
  const correct = useCommand(
    ({ number, note }: Typed, { idempotencyKey }) =>
      api.correctLinkageLine({ params: { lineId }, idempotencyKey, body: { number: given(number), note: given(note) } }),
    refresh,
  )
  return (
    <section aria-label={fill(text.title, { line: line.name })}>
      <Form
        layout="vertical"
        name={`correct-${lineId}`}
        initialValues={{ number: line.number ?? '', note: line.note ?? '' }}
        onFinish={(typed: Typed) => correct.mutate(typed)}
      >
        <div className="linkage-fields">
          <Form.Item label={text.number} name="number" rules={[{ pattern: /^\d[\d-]{1,19}$/, message: text.numberRule }]}>
            <Input maxLength={20} inputMode="tel" autoComplete="off" />
          </Form.Item>
          <Form.Item label={text.note} name="note">
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </div>
        <ProblemNote error={correct.error} />
        <div className="linkage-steps">
          <Button type="primary" htmlType="submit" loading={correct.isPending}>
            {text.submit}
          </Button>
          <Button onClick={onDone}>{text.close}</Button>
        </div>
      </Form>
      <h3>{text.history}</h3>
      <History lineId={lineId} />
    </section>
  )
}
