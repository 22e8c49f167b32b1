import type { AccountView } from '@open12345/contract/account'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Popconfirm, Space } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { tell } from '../../api/problem.ts'
import { Answered } from '../../parts/states.tsx'
import { AccountLinks } from './account-links.tsx'

const said = words({
  sessions: ['登录情况', 'Sessions'],
  of: ['{name} 现在的登录', 'Where {name} is signed in'],
  none: ['现在没有登录。', 'Not signed in now.'],
  since: ['登录于 {at}', 'Since {at}'],
  seen: ['最近使用 {at}', 'last used {at}'],
  endAll: ['结束全部登录', 'End them all'],
  ended: ['已结束全部登录', 'All sessions are ended'],
  reset: ['解除动态码', 'Take off second factor'],
  resetAsk: [
    '本人确已更换或丢失手机？解除后立即退出登录，下次登录须重新绑定。',
    'Is the phone lost or changed? They are signed out and enrol anew.',
  ],
  resetDone: ['动态码已解除', 'The second factor is taken off'],
})

const useStep = (act: () => Promise<unknown>, done: string) => {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.accounts })
      void message.success(done)
    },
    onError: (error) => void message.error(tell(error).title),
  })
}

const Sessions = ({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const params = { accountId: account.accountId }
  const asked = useQuery({
    queryKey: keys.accountSessions(account.accountId),
    queryFn: ({ signal }) => api.listAccountSessions({ params, signal }),
  })
  const end = useStep(() => api.endAccountSessions({ params }), text.ended)
  const isSignedIn = (asked.data?.items.length ?? 0) > 0
  return (
    <Modal
      open
      title={fill(text.of, { name: account.name })}
      onCancel={onClose}
      footer={
        isSignedIn ? (
          <Button danger loading={end.isPending} onClick={() => end.mutate()}>
            {text.endAll}
          </Button>
        ) : null
      }
    >
      <Answered asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{text.none}</p>
          ) : (
            <ul className="plain-rows">
              {items.map(({ sessionId, address, createdAt, seenAt }) => (
                <li key={sessionId}>
                  <div>
                    <strong>{address}</strong>
                    <div className="soft">
                      {fill(text.since, { at: fullInstantText(createdAt, language) })} ·{' '}
                      {fill(text.seen, { at: fullInstantText(seenAt, language) })}
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <AccountLinks accountId={account.accountId} />
    </Modal>
  )
}

/** What the security administrator does about somebody's sessions and second factor. */
export const SignInSteps = ({ account }: { readonly account: AccountView }): ReactElement => {
  const text = useWords(said)
  const [isOpen, setOpen] = useState(false)
  const reset = useStep(() => api.resetSecondFactor({ params: { accountId: account.accountId } }), text.resetDone)
  return (
    <Space wrap>
      <Button size="small" onClick={() => setOpen(true)}>
        {text.sessions}
      </Button>
      {account.secondFactor ? (
        <Popconfirm title={text.resetAsk} onConfirm={() => reset.mutate()}>
          <Button size="small" loading={reset.isPending}>
            {text.reset}
          </Button>
        </Popconfirm>
      ) : null}
      {isOpen ? <Sessions account={account} onClose={() => setOpen(false)} /> : null}
    </Space>
  )
}
