import { z } from 'zod'
import { civilDate, instant, route, uuid } from '../kernel/index.ts'

const quarter = z.string().regex(/^\d{4}-[1-4]$/)
const unitId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

const reviewedGrant = z.object({
  grantId: uuid,
  accountId: uuid,
  accountName: z.string(),
  login: z.string(),
  role: z.string(),
  unitName: z.string(),
  from: instant,
  to: instant.nullable(),
  deputyFor: z.string().nullable(),
  isOwn: z.boolean().describe('The officer’s own: not for them to judge'),
})
export type ReviewedGrant = z.infer<typeof reviewedGrant>

const ownReview = z
  .object({
    unitId: z.string(),
    unitName: z.string(),
    quarter,
    dueOn: civilDate,
    signedAt: instant.nullable(),
    grants: z.array(reviewedGrant),
  })
  .meta({ id: 'AccessReview' })
export type OwnReview = z.infer<typeof ownReview>

const unitReview = z
  .object({
    unitId: z.string(),
    unitName: z.string(),
    officer: z.object({ accountId: uuid, name: z.string(), since: instant }).nullable(),
    state: z.enum(['no-officer', 'overdue', 'due', 'signed']).describe('overdue: the quarter before was not signed'),
    dueOn: civilDate,
    signedAt: instant.nullable(),
    asked: z
      .array(reviewedGrant.pick({ grantId: true, accountId: true, accountName: true, role: true, unitName: true }))
      .describe('Grants that the officer asked to revoke and that have not ended'),
  })
  .meta({ id: 'UnitAccessReview' })
export type UnitReview = z.infer<typeof unitReview>

const tag = 'accounts'
const manage = { kind: 'staff', action: 'account.manage' } as const
// Who is a security officer is a matter of the unit, not of a role: the module looks.
const officer = { kind: 'public' } as const
const params = z.object({ unitId })

export const reviewRoutes = {
  listOwnReviews: route({
    method: 'GET',
    path: '/access-reviews/own',
    summary: '我的权限复核 Reviews that the signed-in security officer owes this quarter',
    tag,
    access: officer,
    response: z.object({ items: z.array(ownReview) }),
  }),
  signReview: route({
    method: 'POST',
    path: '/units/:unitId/access-review',
    summary: '签署权限复核 Sign the review of a unit: each grant confirmed, or asked to be revoked',
    tag,
    access: officer,
    params,
    body: z.object({
      quarter,
      verdicts: z.array(z.object({ grantId: uuid, verdict: z.enum(['keep', 'revoke']) })).max(2000),
      sentence: z.string().trim().min(2).max(200),
    }),
    response: z.object({ signedAt: instant }),
    status: 201,
    command: true,
  }),
  listReviews: route({
    method: 'GET',
    path: '/access-reviews',
    summary: '权限复核情况 Units in which somebody holds a role: officer, state, and what is asked to be revoked',
    tag,
    access: manage,
    response: z.object({ items: z.array(unitReview) }),
  }),
  nameOfficer: route({
    method: 'PUT',
    path: '/units/:unitId/security-officer',
    summary: '指定安全员 Name the security officer of a unit; the one before ends',
    tag,
    access: manage,
    params,
    body: z.object({ login: z.string().trim().toLowerCase().min(1).max(80) }),
    response: z.object({ accountId: uuid, name: z.string() }),
    command: true,
  }),
} as const
