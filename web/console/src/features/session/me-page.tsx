import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { placesFor } from '../../app/navigation.ts'
import { keys } from '../../api/keys.ts'
import { tell } from '../../api/problem.ts'
import { useSession } from '../../api/session.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered } from '../../parts/states.tsx'
import { PasswordFields } from './password-fields.tsx'

const said = words({
  title: ['我的登录与口令', 'My sessions and password'],
  mustChange: [
    '这是初始口令，请先修改；修改前岗位不生效。',
    'This is an initial password. Change it first; until then no role is in force.',
  ],
  noDesk: [
    '您的岗位目前没有可用的工作台和页面，这里只能修改口令、查看登录。岗位由安全管理员授予。',
    'Your roles open no desk or page at present; here are only your password and sessions. Roles are granted by the security administrator.',
  ],
  change: ['修改口令', 'Change the password'],
  changeNote: ['修改后，其他地方的登录会立即结束。', 'Your other sessions end at once.'],
  current: ['原口令', 'Present password'],
  needed: ['请填写', 'Please fill this in'],
  changed: ['口令已修改', 'The password is changed'],
  sessions: ['我的登录', 'My sessions'],
  here: ['本次登录', 'This session'],
  since: ['登录于', 'Since'],
  seen: ['最近使用', 'Last used'],
  end: ['结束这个登录', 'End this session'],
})

const ChangePassword = (): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm()
  const change = useMutation({
    mutationFn: ({ current, password }: { current: string; password: string }) => api.changePassword({ body: { current, next: password } }),
    onSuccess: (session) => {
      queries.setQueryData(keys.session, session)
      void queries.invalidateQueries({ queryKey: keys.sessions })
      form.resetFields()
      void message.success(text.changed)
    },
  })
  return (
    <section className="sheet" aria-labelledby="change-password">
      <h2 id="change-password">{text.change}</h2>
      <p className="soft">{text.changeNote}</p>
      <ProblemNote error={change.error} />
      <Form form={form} layout="vertical" style={{ maxWidth: 380 }} onFinish={change.mutate} scrollToFirstError={{ focus: true }}>
        <Form.Item label={text.current} name="current" rules={[{ required: true, message: text.needed }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <PasswordFields />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {text.change}
        </Button>
      </Form>
    </section>
  )
}

const Sessions = (): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const asked = useQuery({ queryKey: keys.sessions, queryFn: () => api.listSessions({}) })
  const end = useMutation({
    mutationFn: (sessionId: string) => api.endSession({ params: { sessionId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.sessions }),
    onError: (error) => void message.error(tell(error).title),
  })
  return (
    <section className="sheet" aria-labelledby="sessions">
      <h2 id="sessions">{text.sessions}</h2>
      <Answered asked={asked}>
        {({ items }) => (
          <ul className="plain-rows">
            {items.map(({ sessionId, address, createdAt, seenAt, current }) => (
              <li key={sessionId}>
                <div>
                  <strong>{address}</strong>
                  <div className="soft">
                    {text.since} {fullInstantText(createdAt, language)} · {text.seen} {fullInstantText(seenAt, language)}
                  </div>
                </div>
                {current ? (
                  <span>{text.here}</span>
                ) : (
                  <Button size="small" onClick={() => end.mutate(sessionId)}>
                    {text.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}

export const MePage = (): ReactElement => {
  const text = useWords(said)
  const session = useSession()
  return (
    <div className="page">
      <h1>{text.title}</h1>
      {session?.mustChangePassword === true ? (
        <Alert type="warning" showIcon title={text.mustChange} style={{ marginBlockEnd: 12 }} />
      ) : null}
      {session?.mustChangePassword === false && placesFor(session.actions).length === 0 ? (
        <Alert type="info" showIcon title={text.noDesk} style={{ marginBlockEnd: 12 }} />
      ) : null}
      <ChangePassword />
      <Sessions />
    </div>
  )
}
