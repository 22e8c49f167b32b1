import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fold } from '@open12345/domain/work-order'
import type { Pool } from 'pg'
import { faultsOf, storedOrder, type StoredOrder } from '../../journey/testing/verify.ts'
import { columnsOf } from '../../modules/work-order/write/columns.ts'
import type { Receipt } from './gateway.ts'
import type { Acknowledged, Ledger } from './ledger.ts'

type Rows<T> = Promise<readonly T[]>
const rowsOf = async <T extends object>(owner: Pool, text: string, values: readonly unknown[] = []): Rows<T> =>
  (await owner.query<T>(text, [...values])).rows

const textOf = (value: unknown): string =>
  JSON.stringify(value instanceof Temporal.Instant ? value.toString({ smallestUnit: 'millisecond' }) : value)

/** `state` is compared by faultsOf, which does not mind the order of its fields. */
const columnFaults = (row: Readonly<Record<string, unknown>>, { history }: StoredOrder): readonly string[] =>
  Object.entries(columnsOf(fold(history)))
    .filter(([name, value]) => name !== 'state' && textOf(row[name]) !== textOf(value))
    .map(([name, value]) => `column ${name}: ${textOf(row[name])} ≠ ${textOf(value)}`)

/** Fold of events = state row, its columns, its clocks and its messages; versions without a gap. */
export const orderFindings = async (owner: Pool): Promise<readonly string[]> => {
  const found: string[] = []
  for (const row of await rowsOf<Record<string, unknown>>(owner, 'select * from work_order order by order_id')) {
    const stored = await storedOrder(owner, String(row['order_id']))
    found.push(...[...faultsOf(stored), ...columnFaults(row, stored)].map((fault) => `order ${String(row['number'])}: ${fault}`))
  }
  return found
}

const keyOf = (number: string, type: string): string => `${number} ${type}`
const countOf = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

type Kept = { readonly key: string; readonly number: string | null; readonly version: number | null; readonly types: readonly string[] }

/** What stands behind each key: the order, the version that the command left, and the events of that instant. */
const kept = (owner: Pool): Rows<Kept> =>
  rowsOf<Kept>(
    owner,
    `select i.key, o.number, e.version,
      (select array_agg(b.type) from work_order_event b where b.order_id = e.order_id and b.at = e.at and b.version <= e.version) as types
    from idempotency i left join work_order o on o.order_id = (i.result ->> 'orderId')::uuid
      left join work_order_event e on e.order_id = o.order_id and e.version = (i.result ->> 'version')::integer`,
  )

const acknowledgementFault = (said: Acknowledged, row: Kept | undefined): string | undefined => {
  const what = `${said.number} ${said.event} (${said.key})`
  if (row === undefined) return `acknowledged and lost: ${what}`
  if (row.number !== said.number || !row.types.includes(said.event))
    return `the key stands for something else: ${what}: ${JSON.stringify(row)}`
  return said.version !== undefined && (row.version ?? Infinity) > said.version ? `answered with an older version: ${what}` : undefined
}

/** Everything that was acknowledged is there; while commands are under way, more may be. */
export const lostCommands = async (owner: Pool, { commands }: Pick<Ledger, 'commands'>): Promise<readonly string[]> => {
  // What is acknowledged while we read is no concern of this look.
  const said = [...commands]
  const rows = new Map((await kept(owner)).map((row) => [row.key, row]))
  return said.flatMap((one) => acknowledgementFault(one, rows.get(one.key)) ?? [])
}

const steps = ['recorded', 'accepted', 'facts-added', 'dispatched', 'signed', 'reply-drafted', 'reply-approved', 'reply-delivered', 'rated']

/** At the end nothing is under way: each thing is there as often as it was acknowledged, and no key is left half. */
export const repeatedCommands = async (owner: Pool, { commands }: Ledger): Promise<readonly string[]> => {
  const stored = await rowsOf<{ number: string; type: string }>(
    owner,
    'select o.number, e.type from work_order_event e join work_order o using (authority_id, order_id) where e.type = any($1)',
    [steps],
  )
  const done = countOf(stored.map(({ number, type }) => keyOf(number, type)))
  const said = countOf(commands.map(({ number, event }) => keyOf(number, event)))
  const unsettled = await rowsOf<{ key: string }>(owner, `select provider_key as key from sms_reply where outcome is distinct from 'rated'`)
  const half = (await kept(owner)).filter(({ version }) => version === null)
  return [
    ...[...new Set([...done.keys(), ...said.keys()])]
      .filter((key) => done.get(key) !== said.get(key))
      .map((key) => `${key}: acknowledged ${said.get(key) ?? 0} times, done ${done.get(key) ?? 0} times`),
    ...unsettled.map(({ key }) => `reply ${key} did not end as the rating that it was`),
    ...half.map(({ key }) => `key ${key} stands for nothing`),
  ]
}

type Message = { readonly key: string; readonly state: string; readonly decisions: number }

/** Each message was sent with its key, unless its question was answered before; where the receiver does not know keys, never again but on a person's word. */
export const messageFindings = async (owner: Pool, receipts: readonly Receipt[], deduplicates: boolean): Promise<readonly string[]> => {
  const messages = await rowsOf<Message>(
    owner,
    `select idempotency_key as key, b.state,
      (select count(*)::int from audit_record a where a.action = 'message.decide' and a.subject_ids[1] = message_id::text) as decisions
    from outbox b join work_order o using (authority_id, order_id)
    where not (b.failure is not distinct from 'no-longer-asked' and o.status = 'closed')`,
  )
  const taken = countOf(receipts.filter(({ behaviour }) => behaviour !== 'busy').map(({ key }) => key))
  const known = new Set((await rowsOf<{ key: string }>(owner, 'select idempotency_key as key from outbox')).map(({ key }) => key))
  return [
    ...messages.filter(({ state }) => state !== 'sent').map(({ key, state }) => `message ${key} ended as ${state}`),
    ...messages.filter(({ key }) => !taken.has(key)).map(({ key }) => `message ${key} never reached the gateway`),
    ...messages
      .filter(({ key, decisions }) => !deduplicates && (taken.get(key) ?? 0) > 1 + decisions)
      .map(({ key, decisions }) => `message ${key} was perhaps taken ${taken.get(key) ?? 0} times on ${decisions} decisions`),
    ...[...taken.keys()].filter((key) => !known.has(key)).map((key) => `the gateway was handed ${key}, which no order has`),
  ]
}

/** A sign-in, a look at who asks, a decision on a message, a number opened for sending: none without its record. */
export const auditFindings = async (owner: Pool, { signIns, reveals, decisions }: Ledger): Promise<readonly string[]> => {
  const begun = await rowsOf<{ login: string }>(
    owner,
    `select a.login from audit_record r join account a using (authority_id, account_id) where r.action = 'session.begin'`,
  )
  const revealed = await rowsOf<{ number: string }>(
    owner,
    `select o.number from audit_record r join work_order o using (authority_id, order_id) where r.action = 'identity.reveal'`,
  )
  const decided = await rowsOf<{ id: string }>(owner, `select subject_ids[1] as id from audit_record where action = 'message.decide'`)
  const unopened = await rowsOf<{ key: string }>(
    owner,
    `select idempotency_key as key from outbox b where recipient = 'requester' and to_hash is not null
      and not exists (select from audit_record a where a.action = 'identity.phone-for-sending' and a.order_id = b.order_id)`,
  )
  const short = (what: string, said: readonly string[], written: readonly string[]): readonly string[] => {
    const counts = countOf(written)
    return [...countOf(said)]
      .filter(([key, count]) => (counts.get(key) ?? 0) < count)
      .map(([key, count]) => `${what} ${key}: acknowledged ${count} times, ${counts.get(key) ?? 0} records`)
  }
  return [
    ...short(
      'sign-in of',
      signIns,
      begun.map(({ login }) => login),
    ),
    ...short(
      'reveal of',
      reveals,
      revealed.map(({ number }) => number),
    ),
    ...short(
      'decision on',
      decisions,
      decided.map(({ id }) => id),
    ),
    ...unopened.map(({ key }) => `the number for ${key} was opened without a record`),
  ]
}

const verifier = join(import.meta.dirname, '..', '..', 'cli', 'audit-verify.ts')

/** The stand-alone verifier, as somebody runs it beside the program. */
export const chainFindings = async (folder: string): Promise<readonly string[]> => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [verifier], { env: { ...process.env, OPEN12345_DATA: folder } })
    return /^审计链完好 ok .* 0 unsealed/m.test(stdout) ? [] : [stdout]
  } catch (error) {
    return [`audit chain: ${String(Object(error).stdout)}${String(Object(error).stderr)}`]
  }
}
