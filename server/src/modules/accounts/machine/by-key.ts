import type { App } from '../../../app.ts'
import { nobody } from '../../../db/actor.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import type { Machine } from '../../../http/access.ts'
import { writeAudit } from '../../audit/index.ts'
import { isSecret, secretHash } from './keys.ts'

const zone = 'Asia/Shanghai'
const dayOf = (at: Temporal.Instant): string => at.toZonedDateTimeISO(zone).toPlainDate().toString()

type Found = { readonly key_id: string; readonly scopes: readonly string[]; readonly last_used_at: Temporal.Instant | null }

const find = (tx: Tx, hash: Buffer, at: Temporal.Instant): Promise<Found | undefined> =>
  tx
    .selectFrom('machine_key')
    .select(['key_id', 'scopes', 'last_used_at'])
    .where((eb) => eb.or([eb('secret_hash', '=', hash), eb.and([eb('former_hash', '=', hash), eb('former_until', '>', at)])]))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()

/** By the minute, and of two calls in one moment by one. Answers whether it is the first of the day. */
const noteUse = async (tx: Tx, { key_id: keyId, last_used_at: before }: Found, at: Temporal.Instant): Promise<boolean> => {
  if (before !== null && Temporal.Instant.compare(before.add({ minutes: 1 }), at) > 0 && dayOf(before) === dayOf(at)) return false
  const use = tx.updateTable('machine_key').set({ last_used_at: at }).where('key_id', '=', keyId)
  const mine = before === null ? use.where('last_used_at', 'is', null) : use.where('last_used_at', '=', before)
  const { numUpdatedRows } = await mine.executeTakeFirst()
  return numUpdatedRows > 0n && (before === null || dayOf(before) !== dayOf(at))
}

/**
 * What the key of an outside system is good for; undefined for what is no key in force. The first use of each day goes into the audit.
 * @clause 20-mechanism
 */
export const machineByKey = async (secret: string, scope: string, app: App): Promise<Machine | undefined> => {
  if (!isSecret(secret)) return undefined
  const actor = nobody(app.config.authorityId)
  return asActor(app.database, actor, async (tx) => {
    const at = app.clock.now()
    const found = await find(tx, secretHash(app, secret), at)
    if (found === undefined) return undefined
    if (await noteUse(tx, found, at)) await writeAudit(tx, app, { action: 'machine.use', subjectIds: [found.key_id], facts: [scope] })
    return { actor, scopes: found.scopes }
  })
}
