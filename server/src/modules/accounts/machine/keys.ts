import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { MachineKeyView } from '@open12345/contract/account'
import type { App } from '../../../app.ts'
import { newId } from '../../../db/ids.ts'
import type { Tx } from '../../../db/transaction.ts'

const prefix = 'o12345_'
const overlapHours = 24

/** Recognisable where it turns up by mistake, in a log or a repository. */
const newSecret = (): string => prefix + randomBytes(32).toString('base64url')
export const isSecret = (text: string): boolean => /^o12345_[\w-]{43}$/.test(text)
export const secretHash = ({ keyring }: App, secret: string): Buffer => keyring.keyedHash('session', `machine/${secret}`)

const stateOf = (row: { readonly revoked_at: Temporal.Instant | null; readonly expires_at: Temporal.Instant }, at: Temporal.Instant) => {
  if (row.revoked_at !== null) return 'revoked'
  return Temporal.Instant.compare(row.expires_at, at) > 0 ? 'in-force' : 'expired'
}

/** All there ever were, the newest first. */
export const machineKeys = async (tx: Tx, at: Temporal.Instant): Promise<MachineKeyView[]> => {
  const rows = await tx
    .selectFrom('machine_key as k')
    .innerJoin('unit as u', (join) => join.onRef('u.authority_id', '=', 'k.authority_id').onRef('u.unit_id', '=', 'k.unit_id'))
    .selectAll('k')
    .select('u.name as unit_name')
    .orderBy('k.key_id', 'desc')
    .execute()
  return rows.map((row) => ({
    keyId: row.key_id,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    scopes: row.scopes as MachineKeyView['scopes'],
    createdAt: row.created_at.toString(),
    rotatedAt: row.rotated_at?.toString() ?? null,
    formerUntil: row.former_until !== null && Temporal.Instant.compare(row.former_until, at) > 0 ? row.former_until.toString() : null,
    expiresAt: row.expires_at.toString(),
    lastUsedAt: row.last_used_at?.toString() ?? null,
    state: stateOf(row, at),
  }))
}

export type NewKey = {
  readonly name: string
  readonly unitId: string
  readonly scopes: readonly string[]
  readonly expiresAt: Temporal.Instant
  readonly createdBy: string
}

/** It has no secret that anybody knows until `replaceSecret`. */
export const insertKey = async (tx: Tx, app: App, key: NewKey): Promise<string> => {
  const now = app.clock.now()
  const keyId = newId(now)
  await tx
    .insertInto('machine_key')
    .values({
      authority_id: app.config.authorityId,
      key_id: keyId,
      name: key.name,
      unit_id: key.unitId,
      scopes: key.scopes,
      secret_hash: secretHash(app, newSecret()),
      created_by: key.createdBy,
      created_at: now,
      expires_at: key.expiresAt,
    })
    .execute()
  return keyId
}

const inForce = (tx: Tx, keyId: string, at: Temporal.Instant) =>
  tx.updateTable('machine_key').where('key_id', '=', keyId).where('revoked_at', 'is', null).where('expires_at', '>', at)

/** Lets the present secret live for another day beside the next one. False where the key is not in force. */
export const keepFormer = async (tx: Tx, keyId: string, at: Temporal.Instant): Promise<boolean> => {
  const { numUpdatedRows } = await inForce(tx, keyId, at)
    .set({ former_hash: sql<Buffer>`secret_hash`, former_until: at.add({ hours: overlapHours }), rotated_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The new secret, which is kept nowhere. */
export const replaceSecret = async (tx: Tx, app: App, keyId: string): Promise<string> => {
  const secret = newSecret()
  await tx
    .updateTable('machine_key')
    .set({ secret_hash: secretHash(app, secret) })
    .where('key_id', '=', keyId)
    .execute()
  return secret
}

export const revokeKey = async (tx: Tx, keyId: string, at: Temporal.Instant): Promise<boolean> =>
  (await inForce(tx, keyId, at).set({ revoked_at: at }).executeTakeFirst()).numUpdatedRows > 0n
