import type { auditRoutes } from '@open12345/contract/audit'
import type { RouteOutput } from '@open12345/contract/kernel'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import type { PageAnswer, PageCall } from '../../http/mount.ts'
import { ensureSigningKey } from '../../keys/signing-key.ts'

type DayRow = {
  readonly day: Temporal.PlainDate
  readonly last_batch: number
  readonly head: Buffer
  readonly records: number
  readonly previous: Buffer
  readonly signed_at: Temporal.Instant
  readonly key_id: Buffer
  readonly signature: Buffer
}
type SealRow = {
  readonly batch_no: number
  readonly sealed_at: Temporal.Instant
  readonly previous_head: Buffer
  readonly head: Buffer
  readonly texts: readonly string[]
}

const stamp = (at: Temporal.Instant): string => String(at.epochNanoseconds / 1000n)

const fileOf = (app: App, signed: DayRow, seals: readonly SealRow[]) => ({
  format: 'open12345 audit day',
  authorityId: app.config.authorityId,
  day: signed.day.toString(),
  lastBatch: String(signed.last_batch),
  head: signed.head.toString('hex'),
  records: String(signed.records),
  previous: signed.previous.toString('hex'),
  signedAt: stamp(signed.signed_at),
  keyId: signed.key_id.toString('hex'),
  signature: signed.signature.toString('base64'),
  seals: seals.map((seal) => ({
    batchNo: String(seal.batch_no),
    sealedAt: stamp(seal.sealed_at),
    previousHead: seal.previous_head.toString('hex'),
    head: seal.head.toString('hex'),
    texts: seal.texts,
  })),
})

const readDay = async (tx: Tx, app: App, day: Temporal.PlainDate): Promise<Decision<PageAnswer>> => {
  const at = app.clock.now()
  const { rows: days } = await sql<DayRow>`select * from audit.signed_day(${day}, ${at})`.execute(tx)
  const [signed] = days
  if (signed === undefined) return refuse({ code: 'audit.day-not-signed' })
  const { rows: seals } = await sql<SealRow>`select * from audit.export_day(${day}, ${at})`.execute(tx)
  const bytes = Buffer.from(`${JSON.stringify(fileOf(app, signed, seals), undefined, 1)}\n`)
  return accept({ kind: 'file', name: `audit-${app.config.authorityId}-${day}.json`, mediaType: 'application/json', bytes })
}

const civilDate = /^\d{4}-\d{2}-\d{2}$/
const dayOf = (text: string): Temporal.PlainDate | undefined => {
  try {
    return civilDate.test(text) ? Temporal.PlainDate.from(text) : undefined
  } catch {
    return undefined
  }
}

/**
 * One signed day as a file that a third party keeps: the texts that were sealed, words still sealed in them, and the signature over their head.
 * Taking it is an audit record.
 * @clause 20b
 */
export const exportDay = async (call: PageCall, app: App): Promise<Decision<PageAnswer>> => {
  const day = dayOf(call.params['day'] ?? '')
  if (day === undefined) return refuse({ code: 'audit.day-not-signed' })
  return asActor(app.database, call.actor, (tx) => readDay(tx, app, day))
}

const pageOf = (row: DayRow) => ({
  day: row.day.toString(),
  records: row.records,
  head: row.head.toString('hex'),
  signedAt: row.signed_at.toString(),
  keyId: row.key_id.toString('hex'),
})

type ListDays = (typeof auditRoutes)['listSignedDays']

/** The signed days, newest first. */
export const listSignedDays = async ({ actor, query, at }: Call<ListDays>, app: App): Promise<Decision<RouteOutput<ListDays>>> => {
  const { after, limit } = query
  const rows = await asActor(app.database, actor, async (tx) => {
    const found = await sql<DayRow>`select * from audit.signed_days(${after ?? null}, ${limit + 1}, ${at})`.execute(tx)
    return found.rows
  })
  const items = rows.slice(0, limit).map(pageOf)
  return accept({ items, next: rows.length > limit ? (items.at(-1)?.day ?? null) : null })
}

/** The public half of the key that signs the days; whoever is to verify them gets it before they need it. */
export const publicKey = async (_: PageCall, app: App): Promise<Decision<PageAnswer>> => {
  const bytes = Buffer.from(ensureSigningKey(app.config.keyFile).publicPem)
  return accept({ kind: 'file', name: 'audit-signing.pub.pem', mediaType: 'application/x-pem-file', bytes })
}
