import { z } from 'zod'
import { instant, page, pageQuery, route, uuid } from '../kernel/index.ts'

/** Who did what, when, and why. It names requesters and orders by id; the identity itself is never in it. */
export const auditView = z
  .object({
    auditId: uuid,
    at: instant,
    action: z.string(),
    accountId: uuid.nullable(),
    /** Null: the program itself. */
    accountName: z.string().nullable(),
    scope: z.string(),
    orderId: uuid.nullable(),
    subjectIds: z.array(z.string()),
    facts: z.array(z.string()),
    purpose: z.string().nullable(),
    reason: z.string().nullable().describe('The person’s own words'),
  })
  .meta({ id: 'AuditRecord' })
export type AuditView = z.infer<typeof auditView>

export const auditRoutes = {
  readAudit: route({
    method: 'GET',
    path: '/audit',
    summary: '审计记录 Who saw this order, what did this account see; newest first',
    tag: 'audit',
    access: { kind: 'staff', action: 'audit.read' },
    query: z.object({ ...pageQuery, after: uuid.optional(), orderId: uuid.optional(), accountId: uuid.optional() }),
    response: page(auditView),
  }),
} as const
