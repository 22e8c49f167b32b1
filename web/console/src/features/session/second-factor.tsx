import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, QRCode } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useSession } from '../../api/session.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'

const said = words({
  title: ['动态码', 'Second factor'],
  enrolled: [
    '已绑定。登录时除口令外还要输入手机验证器上的六位数字；更换手机请联系安全管理员解除。',
    'Enrolled. Signing in asks for six digits of your authenticator; the security administrator takes it off when you change your phone.',
  ],
  why: [
    '口令泄露时，没有手机上的六位数字仍登录不了。可用任何支持 TOTP 的验证器（手机应用或小程序）。',
    'Should your password leak, nobody signs in without the six digits on your phone. Any authenticator that knows TOTP will do.',
  ],
  begin: ['开始绑定', 'Begin'],
  scan: ['用验证器扫描；不能扫描的，手工输入下面的密钥。', 'Scan it with your authenticator, or type the key below.'],
  picture: ['绑定动态码的二维码', 'QR code of the second factor'],
  code: ['验证器现在显示的六位数字', 'The six digits it shows now'],
  needed: ['请填写六位数字', 'Please give the six digits'],
  confirm: ['绑定', 'Enrol'],
  note: ['绑定后，其他地方的登录会立即结束。', 'Your other sessions end at once.'],
  done: ['动态码已绑定', 'The second factor is enrolled'],
})

const Enrol = ({ secret, uri }: { readonly secret: string; readonly uri: string }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const { message } = App.useApp()
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => api.confirmSecondFactor({ body: { code } }),
    onSuccess: (session) => {
      queries.setQueryData(keys.session, session)
      void queries.invalidateQueries({ queryKey: keys.sessions })
      void message.success(text.done)
    },
  })
  return (
    <>
      <p>{text.scan}</p>
      <div role="img" aria-label={text.picture}>
        <QRCode value={uri} type="svg" />
      </div>
      <p>
        <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <ProblemNote error={confirm.error} />
      <Form layout="vertical" style={{ maxWidth: 380 }} onFinish={confirm.mutate} scrollToFirstError={{ focus: true }}>
        <Form.Item label={text.code} name="code" extra={text.note} rules={[{ required: true, whitespace: true, message: text.needed }]}>
          <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={7} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {text.confirm}
        </Button>
      </Form>
    </>
  )
}

/** 动态码: whoever may do much harm must have it, everybody else may. */
export const SecondFactor = (): ReactElement => {
  const text = useWords(said)
  const session = useSession()
  const begin = useMutation({ mutationFn: () => api.beginSecondFactor({}) })
  const isEnrolled = session?.hasSecondFactor === true
  return (
    <section className="sheet" aria-labelledby="second-factor">
      <h2 id="second-factor">{text.title}</h2>
      <p className="soft">{isEnrolled ? text.enrolled : text.why}</p>
      <ProblemNote error={begin.error} />
      {isEnrolled || begin.data !== undefined ? null : (
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
          {text.begin}
        </Button>
      )}
      {isEnrolled || begin.data === undefined ? null : <Enrol {...begin.data} />}
    </section>
  )
}
