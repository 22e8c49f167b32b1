/** The signed days of a database: each follows the one before, names a head that is in the chain, and is signed with a key that was given. */
import type { Client } from 'pg'
import { dayAfter, faultOfSignature, sm3, type PublicKeys, type SignedDay } from './signed-day.ts'

export type Days = { readonly count: number; readonly last: string | undefined; readonly broken: string | undefined }
type Row = SignedDay & { readonly inChain: boolean }
type Expected = { readonly first: string | null; readonly last: string | null }

const columns = `d.authority_id as "authorityId", d.day::text as day, d.last_batch::text as "lastBatch", encode(d.head, 'hex') as head,
  d.records::text as records, encode(d.previous, 'hex') as previous, (extract(epoch from d.signed_at) * 1000000)::bigint::text as "signedAt",
  encode(d.key_id, 'hex') as "keyId", d.signature,
  exists (select from audit.seal s where s.authority_id = d.authority_id and s.batch_no = d.last_batch and s.head = d.head) as "inChain"`

const civil = (seal: 'min' | 'max'): string => `((${seal}(s.sealed_at)) at time zone 'Asia/Shanghai')::date`

/** The first day that has a seal, and the day before the last one: those between must be signed. */
const expectedOf = async (client: Client, authority: string): Promise<Expected> => {
  const text = `select ${civil('min')}::text as first, (${civil('max')} - 1)::text as last from audit.seal s where s.authority_id = $1`
  return (await client.query<Expected>(text, [authority])).rows[0] ?? { first: null, last: null }
}

const faultOfDay = (keys: PublicKeys, row: Row, wanted: string, before: Buffer | undefined): string | undefined => {
  if (row.day !== wanted) return `day ${wanted} is missing: it was signed and taken away, or never signed`
  if (row.previous !== (before === undefined ? '00'.repeat(32) : sm3(before).toString('hex')))
    return `day ${row.day} does not continue the day before`
  return faultOfSignature(keys, row) ?? (row.inChain ? undefined : `the head of day ${row.day} is not in the chain`)
}

/**
 * Verifies the signed days of an authority; `until` is a civil date through which days must be signed, where the chain itself does not tell.
 * Without keys nothing is asked.
 */
export const verifyDays = async (client: Client, authority: string, keys: PublicKeys, until: string | undefined): Promise<Days> => {
  const text = `select ${columns} from audit.day_head d where d.authority_id = $1 order by d.day`
  const { rows } = await client.query<Row>(text, [authority])
  const { first, last } = await expectedOf(client, authority)
  let wanted = first ?? rows[0]?.day
  let before: Buffer | undefined
  for (const row of rows) {
    const broken = faultOfDay(keys, row, wanted ?? row.day, before)
    if (broken !== undefined) return { count: rows.length, last: rows.at(-1)?.day, broken }
    wanted = dayAfter(row.day)
    before = row.signature
  }
  const ends = [until, last ?? undefined].filter((day) => day !== undefined).toSorted()
  const end = ends.at(-1)
  const isShort = end !== undefined && wanted !== undefined && wanted <= end
  return { count: rows.length, last: rows.at(-1)?.day, broken: isShort ? `day ${wanted} is missing: no day after it is signed` : undefined }
}
