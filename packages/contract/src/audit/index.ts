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
    login: z.string().nullable(),
    scope: z.string(),
    orderId: uuid.nullable(),
    orderNumber: z.string().nullable(),
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

const warningQuery = z.object({ ...pageQuery, after: uuid.optional(), open: z.stringbool().optional() })

/** Minutes for which the page shows what was revealed; then it is hidden and has to be asked for again. */
export const revealMinutes = 15

export const warningView = z
  .object({
    warningId: uuid,
    rule: z.string(),
    atLeast: z.number().int().nullable().describe('The threshold as it is now; null when the rule is no more'),
    why: z.object({ zh: z.string(), en: z.string() }).nullable(),
    accountId: uuid,
    accountName: z.string(),
    login: z.string(),
    hour: instant.describe('The beginning of the clock hour'),
    count: z.number().int(),
    revealsThatDay: z.number().int().describe('Reveals of this person on that civil day'),
    raisedAt: instant,
    ownerName: z.string().nullable().describe('The security administrator who answers for it; null while there is none'),
    outcome: z.enum(['explained', 'follow-up']).nullable(),
    deciderName: z.string().nullable(),
    decidedAt: instant.nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'ReadingWarning' })
export type WarningView = z.infer<typeof warningView>

/** What the records are narrowed to; the export as CSV (`/audit/export`) takes the same. */
export const auditFilter = {
  number: z.string().trim().max(20).optional().describe('An order number'),
  who: z.string().trim().max(40).optional().describe('A login or the whole name of a person'),
  orderId: uuid.optional(),
  accountId: uuid.optional(),
  from: civilDate.optional(),
  to: civilDate.optional(),
}

export const auditRoutes = {
  listWarnings: route({
    method: 'GET',
    path: '/audit/warnings',
    summary: '异常查看预警 Warnings of unusual reading, newest first',
    tag: 'audit',
    access: { kind: 'staff', action: 'audit.watch' },
    query: warningQuery,
    response: page(warningView),
  }),
  readWarnings: route({
    method: 'GET',
    path: '/audit/unusual',
    summary: '异常查看（审计） The same warnings for the auditor, who decides on none',
    tag: 'audit',
    access: { kind: 'staff', action: 'audit.read' },
    query: warningQuery,
    response: page(warningView),
  }),
  settleWarning: route({
    method: 'POST',
    path: '/audit/warnings/:warningId/outcome',
    summary: '预警处理结果 What came of a warning, once',
    tag: 'audit',
    access: { kind: 'staff', action: 'audit.watch' },
    params: z.object({ warningId: uuid }),
    body: z.object({ outcome: z.enum(['explained', 'follow-up']), words: z.string().trim().min(1).max(1000) }),
    response: z.object({ outcome: z.enum(['explained', 'follow-up']) }),
  }),
  countOwnReveals: route({
    method: 'GET',
    path: '/audit/own-reveals',
    summary: '本人当日查看身份次数 How often I have revealed somebody today',
    tag: 'audit',
    access: { kind: 'staff', action: 'identity.reveal' },
    response: z.object({ today: z.number().int() }),
  }),
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
    query: z.object({ ...pageQuery, after: uuid.optional(), ...auditFilter }),
    response: page(auditView),
  }),
} as const
