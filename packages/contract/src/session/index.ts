import { z } from 'zod'
import { instant, route, uuid } from '../kernel/index.ts'

/** The signed-in person, with all that the console needs to draw their desks: it computes no permission itself. */
export const sessionView = z
  .object({
    accountId: uuid,
    login: z.string(),
    name: z.string(),
    outsourced: z.boolean(),
    /** Until the password is changed no role is in force and nothing is allowed. */
    mustChangePassword: z.boolean(),
    /** The data are made up; every page says so. */
    demonstration: z.boolean(),
    roles: z.array(z.string()),
    units: z.array(z.object({ unitId: z.string(), name: z.string() })),
    actions: z.array(z.string()),
    desks: z.array(z.string()),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof sessionView>

export const ownSession = z.object({ sessionId: uuid, address: z.string(), createdAt: instant, seenAt: instant, current: z.boolean() })

/** Whatever is typed is compared, not judged: a rule for its form would tell which passwords exist. */
const typedPassword = z.string().min(1).max(256)
export const newPassword = z.string().min(10).max(128)

const tag = 'session'
const access = { kind: 'public' } as const

export const sessionRoutes = {
  signIn: route({
    method: 'POST',
    path: '/session',
    summary: '登录 Sign in',
    tag,
    access,
    body: z.object({ login: z.string().trim().min(1).max(80), password: typedPassword }),
    response: sessionView,
    status: 201,
  }),
  readSession: route({ method: 'GET', path: '/session', summary: '当前登录 Who am I', tag, access, response: sessionView }),
  readEntrance: route({
    method: 'GET',
    path: '/session/entrance',
    summary: '登录页 What the sign-in page says of this installation',
    tag,
    access,
    response: z.object({ demonstration: z.boolean() }),
  }),
  signOut: route({ method: 'DELETE', path: '/session', summary: '退出 Sign out', tag, access, response: z.null(), status: 204 }),
  changePassword: route({
    method: 'PUT',
    path: '/session/password',
    summary: '修改口令 Change the password; ends the other sessions',
    tag,
    access,
    body: z.object({ current: typedPassword, next: newPassword }),
    response: sessionView,
  }),
  listSessions: route({
    method: 'GET',
    path: '/sessions',
    summary: '我的登录 Own sessions',
    tag,
    access,
    response: z.object({ items: z.array(ownSession) }),
  }),
  endSession: route({
    method: 'DELETE',
    path: '/sessions/:sessionId',
    summary: '结束一个登录 End one of one’s own sessions',
    tag,
    access,
    params: z.object({ sessionId: uuid }),
    response: z.null(),
    status: 204,
  }),
} as const
