import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Tx } from './transaction.ts'

export type Once<Ids> = { readonly ids: Ids; /** Done before; nothing was written now. */ readonly repeated: boolean }
/** What of a call is needed here; a call from http/ is one. */
type Asked = {
  readonly actor: Actor
  readonly at: Temporal.Instant
  readonly route: string
  readonly idempotencyKey: string | undefined
  readonly digest: Buffer
}

/** The program's own keys are not in the public's reach. */
const actorKeyOf = ({ actor }: Asked): string => actor.accountId ?? actor.orderId ?? (actor.scope === 'system' ? 'system' : 'public')

// A rival with the same key waits here for the first one's end.
const claim = async (tx: Tx, asked: Asked, key: string): Promise<boolean> => {
  const { actor, at, digest, route } = asked
  const claimed = await tx
    .insertInto('idempotency')
    .values({ authority_id: actor.authorityId, actor_key: actorKeyOf(asked), key, route, request_digest: digest, result: null, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return claimed.numInsertedOrUpdatedRows === 1n
}

const rowOf = (asked: Asked, key: string) =>
  sql<boolean>`authority_id = ${asked.actor.authorityId} and actor_key = ${actorKeyOf(asked)} and key = ${key}`

/**
 * Does `work` once for each Idempotency-Key, in the command's own transaction. The same key with the same input answers the ids of the first
 * time (read the matter again from them); with another input it is refused. A refused command leaves no trace, so that it can be tried again.
 */
export const once = async <Ids extends object>(tx: Tx, asked: Asked, work: () => Promise<Decision<Ids>>): Promise<Decision<Once<Ids>>> => {
  const key = asked.idempotencyKey
  if (key === undefined) {
    const decision = await work()
    return decision.ok ? accept({ ids: decision.value, repeated: false }) : decision
  }
  if (!(await claim(tx, asked, key))) {
    const before = await tx
      .selectFrom('idempotency')
      .select(['route', 'request_digest', 'result'])
      .where(rowOf(asked, key))
      .executeTakeFirstOrThrow()
    const isSame = before.route === asked.route && before.request_digest.equals(asked.digest)
    return isSame ? accept({ ids: before.result as Ids, repeated: true }) : refuse({ code: 'idempotency.key-reused' })
  }
  const decision = await work()
  if (!decision.ok) {
    await tx.deleteFrom('idempotency').where(rowOf(asked, key)).execute()
    return decision
  }
  await tx
    .updateTable('idempotency')
    .set({ result: JSON.stringify(decision.value) })
    .where(rowOf(asked, key))
    .execute()
  return accept({ ids: decision.value, repeated: false })
}
