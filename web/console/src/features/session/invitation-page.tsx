import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Alert, Button, Form } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { PasswordIsSet } from './done-note.tsx'
import { Outside } from './outside.tsx'
import { PasswordFields } from './password-fields.tsx'

const said = words({
  title: ['设置口令', 'Set your password'],
  intro: [
    '安全管理员为您开通了账号，请设置自己的口令。链接只能使用一次。',
    'An account was made for you; choose your password. The link works once.',
  ],
  noToken: ['链接不完整，请从邀请中完整复制。', 'The link is incomplete; copy it whole from the invitation.'],
  submit: ['设置口令', 'Set the password'],
})

export const InvitationPage = (): ReactElement => {
  const text = useWords(said)
  const { token } = useSearch({ from: '/invitation' })
  const accept = useMutation({ mutationFn: (password: string) => api.acceptInvitation({ body: { token: token ?? '', password } }) })
  const login = accept.data?.login
  return (
    <Outside title={text.title}>
      {login === undefined ? (
        <>
          <p className="soft">{text.intro}</p>
          {token === undefined ? <Alert type="error" title={text.noToken} /> : null}
          <ProblemNote error={accept.error} />
          <Form
            layout="vertical"
            onFinish={({ password }: { password: string }) => accept.mutate(password)}
            scrollToFirstError={{ focus: true }}
          >
            <PasswordFields />
            <Button type="primary" htmlType="submit" block disabled={token === undefined} loading={accept.isPending}>
              {text.submit}
            </Button>
          </Form>
        </>
      ) : (
        <PasswordIsSet login={login} />
      )}
    </Outside>
  )
}
