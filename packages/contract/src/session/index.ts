import { z } from 'zod'
import { instant, route, uuid } from '../kernel/index.ts'
import { providerRoutes } from './provider.ts'

export type { LinkView, ProviderView } from './provider.ts'

/** The signed-in person, with all that the console needs to draw their desks: it computes no permission itself. */
export const sessionView = z
  .object({
    accountId: uuid,
    login: z.string(),
    name: z.string(),
    outsourced: z.boolean(),
    /** Until the password is changed no role is in force and nothing is allowed. */
    mustChangePassword: z.boolean(),
    /** A role of theirs asks for a second factor and there is none yet: until it is enrolled no role is in force. */
    mustEnrolSecondFactor: z.boolean(),
    hasSecondFactor: z.boolean(),
    /** Signed in by the password, not by an identity provider. */
    byPassword: z.boolean(),
    /** The data are made up; every page says so. */
    demonstration: z.boolean(),
    roles: z.array(z.string()),
    units: z.array(z.object({ unitId: z.string(), name: z.string() })),
    deputies: z
      .array(z.object({ role: z.string(), unitName: z.string(), name: z.string(), to: instant }))
      .describe('7-1: for whom one stands in now, and until when'),
    officerOf: z.array(z.string()).describe('20-mechanism: units whose security officer this is'),
    actions: z.array(z.string()),
    desks: z.array(z.string()),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof sessionView>

export const ownSession = z.object({ sessionId: uuid, address: z.string(), createdAt: instant, seenAt: instant, current: z.boolean() })

/** Whatever is typed is compared, not judged: a rule for its form would tell which passwords exist. */
const typedPassword = z.string().min(1).max(256)
/** Six digits of an authenticator (RFC 6238), as people type them. */
const factorCode = z
  .string()
  .max(12)
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/))
export const newPassword = z.string().min(10).max(128)

const tag = 'session'
const access = { kind: 'public' } as const
const manage = { kind: 'staff', action: 'account.manage' } as const
const ofAccount = z.object({ accountId: uuid })

export const sessionRoutes = {
  ...providerRoutes,
  signIn: route({
    method: 'POST',
    path: '/session',
    summary: '登录 Sign in',
    tag,
    access,
    body: z.object({
      login: z.string().trim().min(1).max(80),
      password: typedPassword,
      code: factorCode.optional().describe('Of the second factor; asked for by session.code-needed'),
    }),
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
    response: z.object({
      demonstration: z.boolean(),
      providers: z.array(z.object({ providerId: uuid, name: z.string() })).describe('Where one may sign in instead'),
    }),
  }),
  readDemonstrationCode: route({
    method: 'GET',
    path: '/session/entrance/code',
    summary: '演示账号的动态码 The code of a demonstration account now; refused outside a demonstration',
    tag,
    access,
    query: z.object({ login: z.string().trim().min(1).max(80) }),
    response: z.object({ code: z.string().nullable() }),
  }),
  beginSecondFactor: route({
    method: 'POST',
    path: '/session/second-factor',
    summary: '取得动态码密钥 A new key for an authenticator; in force when its first code is right',
    tag,
    access,
    response: z.object({ secret: z.string().describe('Base32, to be typed'), uri: z.string().describe('otpauth:, to be scanned') }),
    status: 201,
  }),
  confirmSecondFactor: route({
    method: 'PUT',
    path: '/session/second-factor',
    summary: '绑定动态码 Enrol it with its first code; ends the other sessions',
    tag,
    access,
    body: z.object({ code: factorCode }),
    response: sessionView,
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
  listAccountSessions: route({
    method: 'GET',
    path: '/accounts/:accountId/sessions',
    summary: '某账号的登录 Open sessions of an account',
    tag,
    access: manage,
    params: ofAccount,
    response: z.object({ items: z.array(ownSession.omit({ current: true })) }),
  }),
  endAccountSessions: route({
    method: 'POST',
    path: '/accounts/:accountId/sessions/end',
    summary: '结束某账号的全部登录 End every session of an account',
    tag,
    access: manage,
    params: ofAccount,
    response: z.null(),
    status: 204,
  }),
  resetSecondFactor: route({
    method: 'POST',
    path: '/accounts/:accountId/second-factor/reset',
    summary: '解除动态码 Take off a second factor whose phone is lost; ends the sessions',
    tag,
    access: manage,
    params: ofAccount,
    response: z.null(),
    status: 204,
  }),
  readSecondFactorRoles: route({
    method: 'GET',
    path: '/second-factor-roles',
    summary: '须用动态码的岗位 Roles that ask for a second factor',
    tag,
    access: manage,
    response: z.object({ roles: z.array(z.string()) }),
  }),
  setSecondFactorRoles: route({
    method: 'PUT',
    path: '/second-factor-roles',
    summary: '设定须用动态码的岗位 Say which roles ask for a second factor',
    tag,
    access: manage,
    body: z.object({ roles: z.array(z.string().max(40)).max(40) }),
    response: z.object({ roles: z.array(z.string()) }),
  }),
} as const
