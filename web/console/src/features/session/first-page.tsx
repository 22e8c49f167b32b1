import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { PasswordIsSet } from './done-note.tsx'
import { Outside } from './outside.tsx'
import { PasswordFields } from './password-fields.tsx'

const said = words({
  title: ['设立首个安全管理员', 'The first security administrator'],
  intro: [
    '系统里还没有账号。安全管理员开通账号、授予岗位，自己不办件（第二十条）。口令链接印在启动服务的终端里，只能使用一次。',
    'The system has no account yet. The security administrator makes accounts and grants roles, and handles no case (article 20). The link was printed by the server and works once.',
  ],
  token: ['链接中的口令', 'Token of the link'],
  login: ['登录名', 'Login'],
  loginRule: [
    '小写字母开头，字母、数字、点、横线，2 至 40 个字符',
    'Begins with a letter; letters, digits, dots and dashes, 2 to 40 characters',
  ],
  name: ['姓名', 'Name'],
  needed: ['请填写', 'Please fill this in'],
  submit: ['设立', 'Set up'],
})

type Typed = { readonly token: string; readonly login: string; readonly name: string; readonly password: string }

export const FirstPage = (): ReactElement => {
  const text = useWords(said)
  const { token } = useSearch({ from: '/first' })
  const setUp = useMutation({
    mutationFn: ({ token: given, login, name, password }: Typed) => api.setUpFirst({ body: { token: given, login, name, password } }),
  })
  const needed = [{ required: true, whitespace: true, message: text.needed }]
  return (
    <Outside title={text.title}>
      {setUp.data === undefined ? (
        <>
          <p className="soft">{text.intro}</p>
          <ProblemNote error={setUp.error} />
          <Form
            layout="vertical"
            initialValues={{ token }}
            onFinish={(typed: Typed) => setUp.mutate(typed)}
            scrollToFirstError={{ focus: true }}
          >
            <Form.Item label={text.token} name="token" rules={needed} hidden={token !== undefined}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item
              label={text.login}
              name="login"
              extra={text.loginRule}
              rules={[{ required: true, pattern: /^[A-Za-z][\w.-]{1,39}$/, message: text.loginRule }]}
            >
              <Input autoFocus autoComplete="username" autoCapitalize="none" />
            </Form.Item>
            <Form.Item label={text.name} name="name" rules={needed}>
              <Input autoComplete="name" maxLength={40} />
            </Form.Item>
            <PasswordFields />
            <Button type="primary" htmlType="submit" block loading={setUp.isPending}>
              {text.submit}
            </Button>
          </Form>
        </>
      ) : (
        <PasswordIsSet login={setUp.data.login} />
      )}
    </Outside>
  )
}
