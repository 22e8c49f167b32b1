import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import type { Fault } from './fault.ts'
import type { Norms, Profile, WrittenNorms } from './norms.ts'

/** Told to every process when a prefecture was loaded. */
export const prefectureChannel = 'prefecture'

/** An order keeps the rules of its acceptance: a norm that was in force stays as it was, and so does its adoption. @clause 28 */
export const reachingBack = async (tx: Tx, { packs }: WrittenNorms, norms: Norms, today: string): Promise<readonly Fault[]> => {
  const authorityId = norms.profile.id
  const profile = await tx.selectFrom('prefecture').select('profile').where('authority_id', '=', authorityId).executeTakeFirst()
  const kept = await tx.selectFrom('policy_pack').select(['pack_id', 'pack']).where('authority_id', '=', authorityId).execute()
  const adopted = ((profile?.profile as Partial<Profile> | undefined)?.adoptions ?? []).filter(({ from }) => from <= today)
  const gone = adopted.filter((before) => !norms.profile.adoptions.some(({ pack, from }) => pack === before.pack && from === before.from))
  const undone = gone.map(({ pack, from }) => ({
    file: 'authority.json',
    field: 'adoptions',
    zh: `自 ${from} 起采用 ${pack} 的记录不能删去；不再采用的，请写明“to”。`,
    en: `The adoption of ${pack} from ${from} may not be taken out; give it a last day, “to”.`,
  }))
  const changed = kept.flatMap(({ pack_id: id, pack }) => {
    const index = packs.findIndex(({ source }) => (source as { readonly id?: unknown }).id === id)
    const next = norms.packs.find((one) => one.id === id)
    if (next === undefined || packs[index] === undefined || next.effectiveFrom > today) return []
    if (isDeepStrictEqual(packs[index].source, pack)) return []
    const zh = `规定 ${id} 已经施行，不能改动：请另立新的编号和施行日期。`
    return [{ file: packs[index].file, zh, en: `The pack ${id} is in force: write a new one, with an id and dates of its own.` }]
  })
  return [...undone, ...changed]
}

type Written = { readonly authorityId: string; readonly at: Temporal.Instant }

/** Writes what is not there as it is already; packs that the folder no longer has stay. */
export const writeNorms = async (tx: Tx, { authority, calendar, packs }: WrittenNorms, { authorityId, at }: Written): Promise<void> => {
  const said = { profile: authority as object, calendar: calendar as object }
  const kept = await tx.selectFrom('prefecture').select(['profile', 'calendar']).where('authority_id', '=', authorityId).executeTakeFirst()
  if (!isDeepStrictEqual(kept, said))
    await tx
      .insertInto('prefecture')
      .values({ authority_id: authorityId, ...said, loaded_at: at })
      .onConflict((conflict) => conflict.column('authority_id').doUpdateSet({ ...said, loaded_at: at }))
      .execute()
  for (const { source } of packs)
    await tx
      .insertInto('policy_pack')
      .values({ authority_id: authorityId, pack_id: (source as { readonly id: string }).id, pack: source as object })
      .onConflict((conflict) => conflict.columns(['authority_id', 'pack_id']).doUpdateSet({ pack: source as object }))
      .execute()
  await sql`select pg_notify(${prefectureChannel}, '')`.execute(tx)
}
