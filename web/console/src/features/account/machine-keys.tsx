import type { MachineKeyView } from '@open12345/contract/account'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Space } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useListed, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered } from '../../parts/states.tsx'
import { CreateMachineKey } from './create-machine-key.tsx'
import { scopeWords } from './machine-words.ts'
import { SecretNote } from './secret-note.tsx'

const said = words({
  title: ['接口密钥', 'Keys of outside systems'],
  note: [
    '外部系统凭密钥读取写明的范围。密钥只显示一次；更换后旧密钥再用 24 小时。',
    'Outside systems read what their key names. A secret is shown once; after a rotation the one before works for 24 hours.',
  ],
  add: ['发放密钥', 'New key'],
  until: ['至 {at}', 'until {at}'],
  used: ['最近使用 {at}', 'last used {at}'],
  unused: ['没有使用过', 'never used'],
  former: ['旧密钥用至 {at}', 'the one before works until {at}'],
  rotate: ['更换', 'Rotate'],
  rotateAsk: ['发一个新密钥，旧的再用 24 小时？', 'A new secret; the present one for another 24 hours?'],
  revoke: ['收回', 'Revoke'],
  revokeAsk: ['即刻作废，外部系统随即中断。', 'It ends at once, and the other system with it.'],
  expired: ['已过期', 'Expired'],
  revoked: ['已收回', 'Revoked'],
})

const KeySteps = ({ keyId, onSecret }: { readonly keyId: string; readonly onSecret: (secret: string) => void }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const params = { keyId }
  const refresh = () => queries.invalidateQueries({ queryKey: ['machine-keys'] })
  const rotate = useCommand(
    (_: null, { idempotencyKey }) => api.rotateMachineKey({ params, idempotencyKey }),
    ({ secret }) => {
      onSecret(secret)
      return refresh()
    },
  )
  const revoke = useCommand((_: null, { idempotencyKey }) => api.revokeMachineKey({ params, idempotencyKey }), refresh)
  return (
    <Space wrap>
      <ProblemNote error={rotate.error ?? revoke.error} />
      <Popconfirm title={text.rotateAsk} onConfirm={() => rotate.mutate(null)}>
        <Button size="small" loading={rotate.isPending}>
          {text.rotate}
        </Button>
      </Popconfirm>
      <Popconfirm title={text.revokeAsk} onConfirm={() => revoke.mutate(null)}>
        <Button size="small" danger loading={revoke.isPending}>
          {text.revoke}
        </Button>
      </Popconfirm>
    </Space>
  )
}

const KeyRow = ({ machineKey }: { readonly machineKey: MachineKeyView }): ReactElement => {
  const text = useWords(said)
  const scopes = useWords(scopeWords)
  const listed = useListed()
  const language = useLanguage()
  const [secret, setSecret] = useState<string | null>(null)
  const { name, unitName, state, lastUsedAt, expiresAt, formerUntil } = machineKey
  const at = (instant: string): { readonly at: string } => ({ at: fullInstantText(instant, language) })
  const facts = [
    listed(machineKey.scopes.map((scope) => scopes[scope])),
    fill(text.until, at(expiresAt)),
    lastUsedAt === null ? text.unused : fill(text.used, at(lastUsedAt)),
    ...(formerUntil === null ? [] : [fill(text.former, at(formerUntil))]),
  ]
  return (
    <li>
      <div className="provider">
        <strong>{name}</strong> <span className="soft">{unitName}</span>{' '}
        {state === 'in-force' ? null : <span className="tag">{text[state]}</span>}
        <div className="soft">{facts.join(' · ')}</div>
        {secret === null ? null : <SecretNote secret={secret} />}
      </div>
      {state === 'in-force' ? <KeySteps keyId={machineKey.keyId} onSecret={setSecret} /> : null}
    </li>
  )
}

/** What outside systems may read, and for how long. */
export const MachineKeys = (): ReactElement => {
  const text = useWords(said)
  const [isAdding, setAdding] = useState(false)
  const asked = useQuery({ queryKey: ['machine-keys'], queryFn: ({ signal }) => api.listMachineKeys({ signal }) })
  return (
    <section className="sheet" aria-labelledby="machine-keys">
      <h2 id="machine-keys">{text.title}</h2>
      <p className="soft">{text.note}</p>
      <Answered asked={asked} rows={1}>
        {({ items }) => (
          <ul className="plain-rows">
            {items.map((one) => (
              <KeyRow key={one.keyId} machineKey={one} />
            ))}
          </ul>
        )}
      </Answered>
      {isAdding ? <CreateMachineKey onClose={() => setAdding(false)} /> : <Button onClick={() => setAdding(true)}>{text.add}</Button>}
    </section>
  )
}
