import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/use-pages.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { AccountSheet } from './account-sheet.tsx'
import { CreateAccount } from './create-account.tsx'
import { FactorRoles } from './factor-roles.tsx'
import { MachineKeys } from './machine-keys.tsx'
import { Providers } from './providers.tsx'
import { Reviews } from './reviews.tsx'
import './account.css'

const said = words({
  title: ['账号', 'Accounts'],
  note: [
    '安全管理员开通账号、授予和收回岗位；不办件，也看不到工单（第二十条）。',
    'The security administrator makes accounts and grants roles; handles and sees no case (article 20).',
  ],
  create: ['新建账号', 'New account'],
  none: ['还没有账号。', 'No account yet.'],
  accounts: ['账号与岗位', 'Accounts and roles'],
  reviews: ['权限复核', 'Access reviews'],
  providers: ['统一身份', 'Identity providers'],
  machines: ['接口密钥', 'Keys'],
  parts: ['账号管理的各部分', 'Parts of this page'],
})

const parts = ['accounts', 'reviews', 'providers', 'machines'] as const

const AllAccounts = (): ReactElement => {
  const text = useWords(said)
  const asked = usePages({ queryKey: keys.accounts, limit: 50, ask: (query, signal) => api.listAccounts({ query, signal }) })
  return (
    <Answered asked={asked}>
      {(shown) => (
        <>
          {shown.length === 0 ? <Nothing>{text.none}</Nothing> : null}
          {shown.map((account) => (
            <AccountSheet key={account.accountId} account={account} />
          ))}
          <More list={asked} />
        </>
      )}
    </Answered>
  )
}

export const AccountsPage = (): ReactElement => {
  const text = useWords(said)
  const { tab, go } = useDeskPlace()
  const part = parts.find((one) => one === tab) ?? 'accounts'
  const [isCreating, setCreating] = useState(false)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
        <Button
          type="primary"
          onClick={() => {
            go({ tab: 'accounts' })
            setCreating(true)
          }}
        >
          {text.create}
        </Button>
      </div>
      <DeskTabs label={text.parts} current={part} tabs={parts.map((key) => ({ key, name: text[key] }))} />
      {part === 'reviews' ? <Reviews /> : null}
      {part === 'providers' ? <Providers /> : null}
      {part === 'machines' ? <MachineKeys /> : null}
      {part === 'accounts' ? (
        <>
          <FactorRoles />
          {isCreating ? <CreateAccount onClose={() => setCreating(false)} /> : null}
          <AllAccounts />
        </>
      ) : null}
    </div>
  )
}
