import { Alert, Button } from 'antd'
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { fill, useListed, useWords, words } from '@open12345/ui/language.ts'
import { isStale, tell } from '../api/problem.ts'
import { clauseText } from './clause.ts'

const said = words({
  clause: ['依据：{clause}', 'Under {clause}'],
  allowed: ['现在可以：{steps}', 'What may be done now: {steps}'],
  reference: ['如需帮助，请报编号 {reference}。', 'For help, quote {reference}.'],
  stale: ['他人刚刚更新了这件工单，您填写的内容仍保留。', 'Somebody has just changed this order. What you wrote is kept.'],
  reload: ['载入最新内容', 'Load the newest'],
  again: ['重试', 'Try again'],
})

type Props = { readonly error: unknown; readonly onReload?: (() => void) | undefined; readonly onRetry?: (() => void) | undefined }

const Details = ({ error }: { readonly error: unknown }): ReactNode => {
  const text = useWords(said)
  const listed = useListed()
  const told = tell(error)
  const lines = [
    isStale(told) ? text.stale : undefined,
    told.clause === undefined ? undefined : fill(text.clause, { clause: clauseText(told.clause) }),
    ...told.errors.map(({ message }) => message),
    told.allowed.length === 0 ? undefined : fill(text.allowed, { steps: listed(told.allowed) }),
    told.reference === undefined ? undefined : fill(text.reference, { reference: told.reference }),
  ].filter((line) => line !== undefined)
  return lines.length === 0 ? undefined : lines.map((line) => <div key={line}>{line}</div>)
}

/** What went wrong, by which clause, and what to do next. It takes the focus, so that nobody misses it. */
export const ProblemNote = ({ error, onReload, onRetry }: Props): ReactElement | null => {
  const text = useWords(said)
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error !== null && error !== undefined) note.current?.focus()
  }, [error])
  if (error === null || error === undefined) return null
  const told = tell(error)
  const action =
    isStale(told) && onReload !== undefined ? (
      <Button size="small" onClick={onReload}>
        {text.reload}
      </Button>
    ) : onRetry === undefined ? undefined : (
      <Button size="small" onClick={onRetry}>
        {text.again}
      </Button>
    )
  return (
    <div ref={note} tabIndex={-1} className="problem-note">
      <Alert type="error" showIcon title={told.title} description={<Details error={error} />} action={action} />
    </div>
  )
}
