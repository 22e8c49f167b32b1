import type { StaffRole } from '@open12345/domain/authority'
import { z } from 'zod'
import { instant, page, pageQuery, route, uuid } from '../kernel/index.ts'
import { newPassword } from '../session/index.ts'
import { machineKeyRoutes } from './machine-key.ts'
import { reviewRoutes } from './review.ts'

export type { MachineKeyView } from './machine-key.ts'
export type { OwnReview, ReviewedGrant, UnitReview } from './review.ts'

/** The domain's list, repeated because its rules stay out of the browser; a test compares the two. */
const roles = [
  'seat',
  'expert',
  'dispatcher',
  'follow-up',
  'supervisor',
  'centre-manager',
  'inspector',
  'unit-clerk',
  'unit-handler',
  'unit-reviewer',
  'knowledge-editor',
  'analyst',
  'office',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const satisfies readonly StaffRole[]
export const role = z.enum(roles)
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{1,39}$/)
const personName = z.string().trim().min(1).max(40)
const unitId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
const token = z.string().regex(/^[\w-]{43}$/)

export const grantView = z.object({
  grantId: uuid,
  role: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  from: instant,
  to: instant.nullable(),
  inForce: z.boolean(),
  deputyFor: z.object({ accountId: uuid, name: z.string() }).nullable().describe('7-1: whom the holder stands in for'),
})

export const accountView = z
  .object({
    accountId: uuid,
    login: z.string(),
    name: z.string(),
    outsourced: z.boolean(),
    mobile: z.string().nullable().describe('Masked'),
    state: z.enum(['invited', 'active', 'disabled']),
    secondFactor: z.boolean().describe('Enrolled'),
    createdAt: instant,
    grants: z.array(grantView),
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof accountView>

const invitation = z.object({
  accountId: uuid,
  /** Shown once; only its hash is kept. */
  link: z.string(),
  expiresAt: instant,
})

const tag = 'accounts'
const manage = { kind: 'staff', action: 'account.manage' } as const
const stranger = { kind: 'public' } as const
const params = z.object({ accountId: uuid })

export const accountRoutes = {
  ...machineKeyRoutes,
  ...reviewRoutes,
  listAccounts: route({
    method: 'GET',
    path: '/accounts',
    summary: '账号 Accounts by login',
    tag,
    access: manage,
    query: z.object(pageQuery),
    response: page(accountView),
  }),
  readAccount: route({
    method: 'GET',
    path: '/accounts/:accountId',
    summary: '一个账号 One account',
    tag,
    access: manage,
    params,
    response: accountView,
  }),
  createAccount: route({
    method: 'POST',
    path: '/accounts',
    summary: '新建账号 Create an account; the person sets the password by the link',
    tag,
    access: manage,
    body: z.object({ login, name: personName, outsourced: z.boolean().default(false), mobile: z.string().trim().max(30).optional() }),
    response: invitation,
    status: 201,
    command: true,
  }),
  updateAccount: route({
    method: 'PATCH',
    path: '/accounts/:accountId',
    summary: '更正姓名、手机 Correct the name or the mobile number',
    tag,
    access: manage,
    params,
    body: z.object({ name: personName.optional(), mobile: z.string().trim().max(30).optional().describe('Empty: none') }),
    response: accountView,
    command: true,
  }),
  inviteAgain: route({
    method: 'POST',
    path: '/accounts/:accountId/invitation',
    summary: '重新发送链接 A new link; with it the person sets a new password',
    tag,
    access: manage,
    params,
    response: invitation,
    status: 201,
    command: true,
  }),
  grantRole: route({
    method: 'POST',
    path: '/accounts/:accountId/grants',
    summary: '授予岗位 Grant a role in a unit for a period',
    tag,
    access: manage,
    params,
    body: z.object({
      role,
      unitId,
      from: instant.optional(),
      to: instant.optional(),
      deputyFor: login.optional().describe('Login of whoever is stood in for: they hold the role there for the whole period'),
    }),
    response: accountView,
    status: 201,
    command: true,
  }),
  revokeRole: route({
    method: 'DELETE',
    path: '/accounts/:accountId/grants/:grantId',
    summary: '收回岗位 Revoke a role at once',
    tag,
    access: manage,
    params: z.object({ accountId: uuid, grantId: uuid }),
    response: accountView,
    command: true,
  }),
  disableAccount: route({
    method: 'POST',
    path: '/accounts/:accountId/disable',
    summary: '停用账号 Disable an account and end its sessions',
    tag,
    access: manage,
    params,
    response: accountView,
    command: true,
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/accounts/invitations/accept',
    summary: '设置口令 Set one’s password by the link',
    tag,
    access: stranger,
    body: z.object({ token, password: newPassword }),
    response: z.object({ login: z.string() }),
  }),
  setUpFirst: route({
    method: 'POST',
    path: '/accounts/first',
    summary: '首个安全管理员 The first security administrator of an empty system',
    tag,
    access: stranger,
    body: z.object({ token, login, name: personName, password: newPassword }),
    response: z.object({ login: z.string() }),
    status: 201,
  }),
} as const
