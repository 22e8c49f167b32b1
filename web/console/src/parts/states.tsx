import { Empty, Skeleton } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { ProblemNote } from './problem-note.tsx'

const said = words({ loading: ['正在载入…', 'Loading …'] })

export const Waiting = ({ rows = 4 }: { readonly rows?: number }): ReactElement => {
  const text = useWords(said)
  return (
    <div role="status" aria-label={text.loading} className="waiting">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}

export const Nothing = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<span className="soft">{children}</span>} />
)

export type Asked<T> = { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown }
type Props<T> = { readonly asked: Asked<T>; readonly rows?: number; readonly children: (data: T) => ReactNode }

/** The three states of anything that is asked of the server. What was shown before stays while a renewal fails. */
export const Answered = <T,>({ asked, rows, children }: Props<T>): ReactNode => {
  if (asked.data !== undefined) return children(asked.data)
  if (asked.error !== null && asked.error !== undefined) return <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />
  return <Waiting {...(rows === undefined ? {} : { rows })} />
}
