import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { madeAt } from '../../db/ids.ts'
import { asActor, type Tx } from '../../db/transaction.ts'

const most = 500
const noHead = Buffer.alloc(32)

const sm3 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sm3')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

// PostgreSQL keeps microseconds and rounds: the head must be made of the instant that the verifier reads back.
const now = ({ clock }: App): Temporal.Instant => clock.now().round({ smallestUnit: 'microsecond', roundingMode: 'trunc' })
const stamp = (at: Temporal.Instant): string => String(at.epochNanoseconds / 1000n)

const sealBatch = async (tx: Tx, authorityId: string, at: Temporal.Instant): Promise<number> => {
  const { rows } = await sql<{ audit_id: string; canonical: string }>`select * from audit.unsealed(${most})`.execute(tx)
  if (rows.length === 0) return 0
  const last = await sql<{ batch_no: number; head: Buffer }>`select * from audit.last_seal()`.execute(tx)
  const { batch_no: lastNo, head: previous } = last.rows[0] ?? { batch_no: 0, head: noHead }
  const digests = Buffer.concat(rows.map(({ canonical }) => sm3(canonical)))
  const ids = rows.map(({ audit_id: id }) => id)
  const head = sm3(`${authorityId} ${lastNo + 1} ${stamp(at)} ${rows.length}\n`, previous, digests)
  await sql`select audit.append_seal(${lastNo + 1}, ${at}, ${ids}::uuid[], ${digests}, ${previous}, ${head})`.execute(tx)
  return rows.length
}

/**
 * Chains what was written since the last call, in batches; answers how many records it sealed. Outside the commands, because a chain head
 * that each command locks would line them all up.
 * @clause 20b
 */
export const sealAudit = async (app: App): Promise<number> => {
  const { authorityId } = app.config
  let sealed = 0
  for (;;) {
    const count = await asActor(app.database, systemActor(authorityId), (tx) => sealBatch(tx, authorityId, now(app)))
    sealed += count
    if (count < most) return sealed
  }
}

/** Since when the oldest record waits for its seal; undefined when none waits. For the board: seals come within five seconds. */
export const oldestUnsealed = async (tx: Tx): Promise<Temporal.Instant | undefined> => {
  const { rows } = await sql<{ id: string | null }>`select audit.oldest_unsealed() as id`.execute(tx)
  const id = rows[0]?.id ?? null
  return id === null ? undefined : madeAt(id)
}
