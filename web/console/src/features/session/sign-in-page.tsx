import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, type FormInstance } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { tell } from '../../api/problem.ts'
import { useEntrance } from '../../api/session.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { GoElsewhere } from './go-elsewhere.tsx'
import { Outside } from './outside.tsx'

const said = words({
  title: ['登录', 'Sign in'],
  again: ['登录已失效，请重新登录；登录后回到刚才的页面。', 'You were signed out. After signing in you come back to where you were.'],
  login: ['登录名', 'Login'],
  password: ['口令', 'Password'],
  code: ['动态码', 'Code'],
  codeHint: ['手机验证器上的六位数字', 'Six digits of your authenticator'],
  needCode: ['请填写动态码', 'Please give the code'],
  demoCode: ['演示账号的动态码现在是 {code}', 'The code of this demonstration account is now {code}'],
  useIt: ['填入', 'Fill in'],
  submit: ['登录', 'Sign in'],
  needLogin: ['请填写登录名', 'Please give your login'],
  needPassword: ['请填写口令', 'Please give your password'],
  demo: ['演示系统的账号和口令印在启动它的终端里。', 'A demonstration prints its accounts in the terminal that started it.'],
  forgotten: ['忘记口令请联系本单位安全管理员。', 'A forgotten password is renewed by your security administrator.'],
})

type Typed = { readonly login: string; readonly password: string; readonly code?: string }

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

/** Asked for when the password was right and a second factor is enrolled. A demonstration says its code. */
const CodeField = ({ form, isDemonstration }: { readonly form: FormInstance<Typed>; readonly isDemonstration: boolean }): ReactElement => {
  const text = useWords(said)
  const login = Form.useWatch('login', form) ?? ''
  const shown = useQuery({
    queryKey: keys.demonstrationCode(login),
    queryFn: ({ signal }) => api.readDemonstrationCode({ query: { login }, signal }),
    enabled: isDemonstration && login !== '',
    refetchInterval: 10_000,
  }).data?.code
  useEffect(() => form.getFieldInstance('code')?.focus(), [form])
  return (
    <>
      <Form.Item label={text.code} name="code" extra={text.codeHint} rules={[{ required: true, whitespace: true, message: text.needCode }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} size="large" />
      </Form.Item>
      {shown === undefined || shown === null ? null : (
        <p role="status" style={{ marginBlockEnd: 16 }}>
          {fill(text.demoCode, { code: shown })}{' '}
          <Button size="small" onClick={() => form.setFieldValue('code', shown)}>
            {text.useIt}
          </Button>
        </p>
      )}
    </>
  )
}

const wantsCode = (error: unknown): boolean => ['session.code-needed', 'session.code-wrong'].includes(tell(error).code)

export const SignInPage = (): ReactElement => {
  const text = useWords(said)
  const { to } = useSearch({ from: '/sign-in' })
  const language = useLanguage()
  const signIn = useSignIn(to)
  const [form] = Form.useForm<Typed>()
  const [asksCode, setAsksCode] = useState(false)
  const submit = (typed: Typed): void =>
    signIn.mutate(typed, {
      onError: (error) => {
        if (wantsCode(error)) setAsksCode(true)
      },
    })
  const isDemonstration = useEntrance()?.demonstration === true
  return (
    <Outside title={text.title}>
      {to === undefined || signIn.isError ? null : <p className="soft">{text.again}</p>}
      <ProblemNote error={tell(signIn.error).code === 'session.code-needed' ? null : signIn.error} />
      <Form form={form} layout="vertical" onFinish={submit} scrollToFirstError={{ focus: true }}>
        <Form.Item label={text.login} name="login" rules={[{ required: true, whitespace: true, message: text.needLogin }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" size="large" />
        </Form.Item>
        <Form.Item label={text.password} name="password" rules={[{ required: true, message: text.needPassword }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        {asksCode ? <CodeField form={form} isDemonstration={isDemonstration} /> : null}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {text.submit}
        </Button>
      </Form>
      <GoElsewhere purpose="sign-in" />
      <p className="soft" style={{ marginBlockStart: 16 }}>
        {[isDemonstration ? text.demo : '', text.forgotten].filter(Boolean).join(language === 'en' ? ' ' : '')}
      </p>
    </Outside>
  )
}
