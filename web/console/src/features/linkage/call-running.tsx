import type { LinkageView } from '@open12345/contract/linkage'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { callWords } from './call-words.ts'
import { useRefresh } from './use-linkage.ts'

/** The line that is being called, or talks with us. */
export const CallRunning = ({ linkage }: { readonly linkage: LinkageView }): ReactElement => {
  const text = useWords(callWords)
  const refresh = useRefresh()
  const params = { linkageId: linkage.linkageId }
  const end = useCommand((_: null, { idempotencyKey }) => api.endLinkage({ params, idempotencyKey }), refresh)
  const handOver = useCommand((_: null, { idempotencyKey }) => api.handOverCall({ params, idempotencyKey }), refresh)
  const { state, allowed } = linkage
  return (
    <>
      <p role="status" className={`call-line-${state}`}>
        {fill(state === 'calling' ? text.calling : text.joined, { line: linkage.lineName })}
      </p>
      <div className="call-line-steps">
        {allowed.includes('hand-over') ? (
          <Button type="primary" loading={handOver.isPending} onClick={() => handOver.mutate(null)}>
            {text.handOver}
          </Button>
        ) : null}
        {allowed.includes('end') ? (
          <Button loading={end.isPending} onClick={() => end.mutate(null)}>
            {state === 'calling' ? text.cancel : text.lineLeaves}
          </Button>
        ) : null}
      </div>
      <ProblemNote error={end.error ?? handOver.error} />
    </>
  )
}
