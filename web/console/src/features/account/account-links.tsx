import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'

const said = words({
  title: ['统一身份', 'Identities'],
  remove: ['解除关联', 'Remove the link'],
  ask: ['解除后，由此登录的会话立即结束。', 'Sessions that began by it end at once.'],
})

/** Where else this person signs in; nothing where there is no link. */
export const AccountLinks = ({ accountId }: { readonly accountId: string }): ReactElement | null => {
  const text = useWords(said)
  const queries = useQueryClient()
  const queryKey = ['accounts', accountId, 'links']
  const asked = useQuery({ queryKey, queryFn: ({ signal }) => api.listAccountLinks({ params: { accountId }, signal }) })
  const remove = useCommand(
    (linkId: string) => api.removeAccountLink({ params: { accountId, linkId } }),
    () => queries.invalidateQueries({ queryKey }),
  )
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  return (
    <>
      <h3>{text.title}</h3>
      <ProblemNote error={remove.error} />
      <ul className="plain-rows">
        {items.map(({ linkId, providerName }) => (
          <li key={linkId}>
            <span>{providerName}</span>
            <Popconfirm title={text.ask} onConfirm={() => remove.mutate(linkId)}>
              <Button size="small" loading={remove.isPending}>
                {text.remove}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </>
  )
}
