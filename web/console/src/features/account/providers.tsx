import type { ProviderView } from '@open12345/contract/session'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered } from '../../parts/states.tsx'
import { AddProvider } from './add-provider.tsx'

const said = words({
  title: ['统一身份提供方', 'Identity providers'],
  note: [
    '有统一身份系统（OpenID Connect）的单位，其人员关联后可从那里登录。须用动态码的岗位不能由此登录。',
    'People of a unit that keeps an OpenID Connect provider may sign in there once they are linked. Roles that ask for a code may not.',
  ],
  add: ['登记提供方', 'Add a provider'],
  redirect: ['回调地址', 'Redirect address'],
  links: ['已关联 {n} 个账号', '{n} accounts linked'],
  on: ['在用', 'Enabled'],
  off: ['停用', 'Disabled'],
  enable: ['启用', 'Enable'],
  disable: ['停用', 'Disable'],
  ask: ['停用后，由此登录的会话立即结束。', 'Sessions that began there end at once.'],
})

const Row = ({ provider }: { readonly provider: ProviderView }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const turn = useCommand(
    (enabled: boolean, { idempotencyKey }) =>
      api.changeProvider({ params: { providerId: provider.providerId }, body: { enabled }, idempotencyKey }),
    () => queries.invalidateQueries({ queryKey: ['identity-providers'] }),
  )
  return (
    <li>
      <div className="provider">
        <strong>{provider.name}</strong> <span className="soft">{provider.unitName}</span>{' '}
        <span className="tag">{provider.enabled ? text.on : text.off}</span>
        <div className="soft">
          {provider.issuer} · {provider.clientId} · {fill(text.links, { n: String(provider.links) })}
        </div>
        <div className="soft">
          {text.redirect} <code>{provider.redirectUri}</code>
        </div>
        <ProblemNote error={turn.error} />
      </div>
      {provider.enabled ? (
        <Popconfirm title={text.ask} onConfirm={() => turn.mutate(false)}>
          <Button size="small">{text.disable}</Button>
        </Popconfirm>
      ) : (
        <Button size="small" loading={turn.isPending} onClick={() => turn.mutate(true)}>
          {text.enable}
        </Button>
      )}
    </li>
  )
}

/** Units that sign their own people in. */
export const Providers = (): ReactElement => {
  const text = useWords(said)
  const [isAdding, setAdding] = useState(false)
  const asked = useQuery({ queryKey: ['identity-providers'], queryFn: ({ signal }) => api.listProviders({ signal }) })
  return (
    <section className="sheet" aria-labelledby="providers">
      <h2 id="providers">{text.title}</h2>
      <p className="soft">{text.note}</p>
      <Answered asked={asked} rows={1}>
        {({ items }) => (
          <ul className="plain-rows">
            {items.map((provider) => (
              <Row key={provider.providerId} provider={provider} />
            ))}
          </ul>
        )}
      </Answered>
      {isAdding ? <AddProvider onClose={() => setAdding(false)} /> : <Button onClick={() => setAdding(true)}>{text.add}</Button>}
    </section>
  )
}
