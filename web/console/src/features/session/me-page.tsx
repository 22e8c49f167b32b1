import type { SessionView } from '@open12345/contract/session'
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
import { Deputies } from './deputies.tsx'
import { OfficerNote } from './officer-note.tsx'
import { OwnLinks } from './own-links.tsx'
import { SecondFactor } from './second-factor.tsx'

const said = words({
  title: ['我的登录与口令', 'My sessions and password'],
  mustEnrol: [
    '您的岗位须用动态码登录（第二十条）。请先绑定；绑定前岗位不生效。',
    'Your role asks for a second factor (article 20). Enrol it first; until then no role is in force.',
  ],
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

type Said = Readonly<Record<'mustChange' | 'mustEnrol' | 'noDesk', string>>
type Notice = { readonly type: 'warning' | 'info'; readonly title: string }

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

/** What stands between this person and a desk, if anything. */
const noticeOf = (session: SessionView, text: Said): Notice | undefined => {
  if (session.mustChangePassword) return { type: 'warning', title: text.mustChange }
  if (session.mustEnrolSecondFactor) return { type: 'warning', title: text.mustEnrol }
  return placesFor(session.actions).length === 0 ? { type: 'info', title: text.noDesk } : undefined
}

export const MePage = (): ReactElement => {
  const text = useWords(said)
  const session = useSession()
  const notice = session === null ? undefined : noticeOf(session, text)
  return (
    <div className="page">
      <h1>{text.title}</h1>
      {notice === undefined ? null : <Alert {...notice} showIcon style={{ marginBlockEnd: 12 }} />}
      {session?.mustEnrolSecondFactor === true ? <SecondFactor /> : null}
      <ChangePassword />
      {session?.mustEnrolSecondFactor === false ? <SecondFactor /> : null}
      <OfficerNote />
      <Deputies />
      <OwnLinks />
      <Sessions />
    </div>
  )
}
