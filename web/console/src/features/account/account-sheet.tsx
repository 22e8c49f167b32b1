import type { AccountView } from '@open12345/contract/account'
import { roleLabels } from '@open12345/contract/vocabulary'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Space } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { CorrectAccount } from './correct-account.tsx'
import { GrantRole } from './grant-role.tsx'
import { InvitationNote } from './invitation-note.tsx'
import { SignInSteps } from './sign-in-steps.tsx'
import { isRoleCode } from './role-codes.ts'

const said = words({
  invited: ['已邀请，未设口令', 'Invited'],
  active: ['在用', 'Active'],
  disabled: ['已停用', 'Disabled'],
  outsourced: ['外包', 'Contractor'],
  secondFactor: ['动态码', 'Second factor'],
  noGrant: ['没有岗位', 'No role'],
  until: ['至 {at}', 'until {at}'],
  from: ['自 {at}', 'from {at}'],
  deputy: ['代理 {name}', 'Deputy for {name}'],
  notInForce: ['未生效或已过期', 'Not in force'],
  revoke: ['收回', 'Revoke'],
  revokeAsk: ['立即收回这个岗位？', 'Revoke this role at once?'],
  grant: ['授予岗位', 'Grant a role'],
  invite: ['重发口令链接', 'New password link'],
  correct: ['更正', 'Correct'],
  disable: ['停用', 'Disable'],
  disableAsk: ['停用后立即退出所有登录，不能再恢复。确定停用？', 'All sessions end at once. Disable?'],
})

type Grant = AccountView['grants'][number]

const GrantRow = ({ accountId, grant }: { readonly accountId: string; readonly grant: Grant }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  const queries = useQueryClient()
  const revoke = useCommand(
    (grantId: string, { idempotencyKey }) => api.revokeRole({ params: { accountId, grantId }, idempotencyKey }),
    () => void queries.invalidateQueries({ queryKey: keys.accounts }),
  )
  return (
    <li>
      <span>
        <strong>{isRoleCode(grant.role) ? label(roleLabels[grant.role]) : grant.role}</strong> · {grant.unitName}{' '}
        {grant.deputyFor === null ? null : <span className="tag">{fill(text.deputy, { name: grant.deputyFor.name })}</span>}{' '}
        <span className="soft">
          {fill(text.from, { at: instantText(grant.from, language) })}{' '}
          {grant.to === null ? '' : fill(text.until, { at: instantText(grant.to, language) })}
        </span>{' '}
        {grant.inForce ? null : <span className="tag">{text.notInForce}</span>}
        <ProblemNote error={revoke.error} />
      </span>
      <Popconfirm title={text.revokeAsk} onConfirm={() => revoke.mutate(grant.grantId)}>
        <Button size="small" loading={revoke.isPending}>
          {text.revoke}
        </Button>
      </Popconfirm>
    </li>
  )
}

const AccountSteps = ({
  account,
  onOpen,
}: {
  readonly account: AccountView
  readonly onOpen: (form: 'grant' | 'correct') => void
}): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const { accountId, state } = account
  const params = { accountId }
  const refresh = (): void => void queries.invalidateQueries({ queryKey: keys.accounts })
  const invite = useCommand((_: null, { idempotencyKey }) => api.inviteAgain({ params, idempotencyKey }), refresh)
  const disable = useCommand((_: null, { idempotencyKey }) => api.disableAccount({ params, idempotencyKey }), refresh)
  if (state === 'disabled') return <></>
  return (
    <>
      {invite.data === undefined ? null : <InvitationNote link={invite.data.link} expiresAt={invite.data.expiresAt} />}
      <ProblemNote error={invite.error ?? disable.error} />
      <Space wrap>
        <Button size="small" onClick={() => onOpen('grant')}>
          {text.grant}
        </Button>
        <Button size="small" onClick={() => onOpen('correct')}>
          {text.correct}
        </Button>
        <Button size="small" loading={invite.isPending} onClick={() => invite.mutate(null)}>
          {text.invite}
        </Button>
        <SignInSteps account={account} />
        <Popconfirm title={text.disableAsk} onConfirm={() => disable.mutate(null)}>
          <Button size="small" danger loading={disable.isPending}>
            {text.disable}
          </Button>
        </Popconfirm>
      </Space>
    </>
  )
}

export const AccountSheet = ({ account }: { readonly account: AccountView }): ReactElement => {
  const text = useWords(said)
  const [open, setOpen] = useState<'grant' | 'correct' | null>(null)
  return (
    <section className="sheet account" aria-label={account.name}>
      <h2>
        {account.name} <span className="soft">{account.login}</span>{' '}
        <span className={`tag account-${account.state}`}>{text[account.state]}</span>{' '}
        {account.outsourced ? <span className="tag">{text.outsourced}</span> : null}{' '}
        {account.secondFactor ? <span className="tag">{text.secondFactor}</span> : null}{' '}
        <span className="soft digits">{account.mobile ?? ''}</span>
      </h2>
      {account.grants.length === 0 ? (
        <p className="soft">{text.noGrant}</p>
      ) : (
        <ul className="plain-rows">
          {account.grants.map((grant) => (
            <GrantRow key={grant.grantId} accountId={account.accountId} grant={grant} />
          ))}
        </ul>
      )}
      {open === 'grant' ? <GrantRole accountId={account.accountId} onClose={() => setOpen(null)} /> : null}
      {open === 'correct' ? <CorrectAccount account={account} onClose={() => setOpen(null)} /> : null}
      {open === null ? <AccountSteps account={account} onOpen={setOpen} /> : null}
    </section>
  )
}
