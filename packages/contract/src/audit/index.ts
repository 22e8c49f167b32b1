import { z } from 'zod'
import { civilDate, instant, page, pageQuery, route, uuid } from '../kernel/index.ts'

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

/** The head of the chain at the end of one day, signed. The files of days and the public key are downloads beside. */
export const signedDay = z
  .object({
    day: civilDate,
    records: z.number().int().describe('Sealed since the day before; a day without records is signed too'),
    head: z.string().describe('SM3, hexadecimal'),
    signedAt: instant,
    keyId: z.string().describe('SM3 of the public key’s DER, hexadecimal'),
  })
  .meta({ id: 'SignedDay' })

export const auditRoutes = {
  listSignedDays: route({
    method: 'GET',
    path: '/audit/days',
    summary: '每日签名 Signed days of the audit chain, newest first',
    tag: 'audit',
    access: { kind: 'staff', action: 'audit.read' },
    query: z.object({ ...pageQuery, after: civilDate.optional() }),
    response: page(signedDay),
  }),
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
