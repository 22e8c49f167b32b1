import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useEntrance } from '../../api/session.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Outside } from './outside.tsx'

const said = words({
  title: ['登录', 'Sign in'],
  again: ['登录已失效，请重新登录；登录后回到刚才的页面。', 'You were signed out. After signing in you come back to where you were.'],
  login: ['登录名', 'Login'],
  password: ['口令', 'Password'],
  submit: ['登录', 'Sign in'],
  needLogin: ['请填写登录名', 'Please give your login'],
  needPassword: ['请填写口令', 'Please give your password'],
  demo: ['演示系统的账号和口令印在启动它的终端里。', 'A demonstration prints its accounts in the terminal that started it.'],
  forgotten: ['忘记口令请联系本单位安全管理员。', 'A forgotten password is renewed by your security administrator.'],
})

type Typed = { readonly login: string; readonly password: string }

/** Only a place inside the console is gone back to. */
const placeInside = (to: string | undefined): string => (to !== undefined && to.startsWith('/') && !to.startsWith('//') ? to : '/')

const useSignIn = (to: string | undefined) => {
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (typed: Typed) => api.signIn({ body: typed }),
    onSuccess: async (session) => {
      queries.clear()
      queries.setQueryData(keys.session, session)
      router.history.push(router.basepath.replace(/\/$/, '') + placeInside(to))
      await router.invalidate()
    },
  })
}

export const SignInPage = (): ReactElement => {
  const text = useWords(said)
  const { to } = useSearch({ from: '/sign-in' })
  const language = useLanguage()
  const signIn = useSignIn(to)
  const isDemonstration = useEntrance()?.demonstration === true
  return (
    <Outside title={text.title}>
      {to === undefined || signIn.isError ? null : <p className="soft">{text.again}</p>}
      <ProblemNote error={signIn.error} />
      <Form layout="vertical" onFinish={(typed: Typed) => signIn.mutate(typed)} scrollToFirstError={{ focus: true }}>
        <Form.Item label={text.login} name="login" rules={[{ required: true, whitespace: true, message: text.needLogin }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" size="large" />
        </Form.Item>
        <Form.Item label={text.password} name="password" rules={[{ required: true, message: text.needPassword }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {text.submit}
        </Button>
      </Form>
      <p className="soft" style={{ marginBlockStart: 16 }}>
        {[isDemonstration ? text.demo : '', text.forgotten].filter(Boolean).join(language === 'en' ? ' ' : '')}
      </p>
    </Outside>
  )
}
