import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { ensureSigningKey, type SigningKey } from '../../keys/signing-key.ts'

type Due = {
  readonly day: Temporal.PlainDate
  readonly last_batch: number
  readonly head: Buffer
  readonly records: number
  readonly last_signature: Buffer | null
}
export type SignedDay = {
  readonly authorityId: string
  readonly day: string
  readonly lastBatch: number
  readonly head: Buffer
  readonly records: number
  readonly previous: Buffer
  readonly signedAt: Temporal.Instant
}

/** What is signed; cli/verify/signed-day.ts describes it for whoever verifies. */
export const statementOf = ({ authorityId, day, lastBatch, head, records, previous, signedAt }: SignedDay): string =>
  `open12345 audit day\n${authorityId}\n${day}\n${lastBatch}\n${head.toString('hex')}\n${records}\n${previous.toString('hex')}\n${signedAt.epochNanoseconds / 1000n}\n`

const sm3 = (bytes: Buffer): Buffer => createHash('sm3').update(bytes).digest()
// PostgreSQL keeps microseconds and rounds: signed is the instant that the verifier reads back.
const now = ({ clock }: App): Temporal.Instant => clock.now().round({ smallestUnit: 'microsecond', roundingMode: 'trunc' })

const signNext = async (tx: Tx, app: App, key: () => SigningKey): Promise<string | undefined> => {
  const today = app.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const { rows } = await sql<Due>`select * from audit.day_to_sign(${today})`.execute(tx)
  const [due] = rows
  if (due === undefined) return undefined
  const signed: SignedDay = {
    authorityId: app.config.authorityId,
    day: due.day.toString(),
    lastBatch: due.last_batch,
    head: due.head,
    records: due.records,
    previous: due.last_signature === null ? Buffer.alloc(32) : sm3(due.last_signature),
    signedAt: now(app),
  }
  const { id, sign } = key()
  const signature = sign(statementOf(signed))
  await sql`select audit.append_day(${due.day}, ${signed.lastBatch}, ${signed.head}, ${signed.records}, ${signed.previous}, ${signed.signedAt},
    ${id}, ${signature})`.execute(tx)
  return signed.day
}

/**
 * Signs the chain's head at the end of each day (Asia/Shanghai) that is over and not signed yet, days without records included; answers which.
 * @clause 20b
 */
export const signDays = async (app: App): Promise<readonly string[]> => {
  const signed: string[] = []
  // Read for each run: whoever replaces the file need not start the program again.
  const key = () => ensureSigningKey(app.config.keyFile)
  for (;;) {
    const day = await asActor(app.database, systemActor(app.config.authorityId), (tx) => signNext(tx, app, key))
    if (day === undefined) return signed
    signed.push(day)
  }
}
