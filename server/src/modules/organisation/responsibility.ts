import type { Principle } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'

export type Responsibility = { readonly unitId: string; readonly principle: Principle; readonly basis: string }

/** Codes of the subject catalogue and of the catalogue of places. */
export type Where = { readonly subject: string; readonly county?: string | null | undefined; readonly township?: string | null | undefined }

/** The unit that is named; its successor where it was merged by that day. */
const answering = (on: Temporal.PlainDate) =>
  sql`case when named.merged_into is null then named.unit_id else app.after_mergers(named.authority_id, named.unit_id, ${on}::date) end`

/**
 * 第十一条（二） 属地管理、按职承办、行业主管: the unit that handles a subject in a place on a civil date of the prefecture. The narrowest place
 * prevails: township, county, prefecture. Where the unit that the catalogue names was merged by that day, its successor answers for it. Undefined
 * where the catalogue names nobody who exists on that day.
 * @clause 11-2
 * @clause 12-0
 */
export const responsibleUnit = (
  tx: Tx,
  { subject, county, township }: Where,
  on: Temporal.PlainDate,
): Promise<Responsibility | undefined> =>
  tx
    .selectFrom('responsibility as r')
    .innerJoin('place as p', (join) => join.onRef('p.authority_id', '=', 'r.authority_id').onRef('p.code', '=', 'r.place_code'))
    .innerJoin('unit as named', (join) => join.onRef('named.authority_id', '=', 'r.authority_id').onRef('named.unit_id', '=', 'r.unit_id'))
    .innerJoin('unit as u', (join) => join.onRef('u.authority_id', '=', 'r.authority_id').on(sql<boolean>`u.unit_id = ${answering(on)}`))
    .select(['u.unit_id as unitId', 'r.principle', 'r.basis'])
    .where('r.subject', '=', subject)
    .where((eb) =>
      eb.or([
        eb('p.level', '=', 'prefecture'),
        eb('p.code', 'in', [county, township].filter((code) => typeof code === 'string').concat('')),
      ]),
    )
    .where('r.valid_on_from', '<=', on)
    .where((eb) => eb.or([eb('r.valid_on_to', 'is', null), eb('r.valid_on_to', '>', on)]))
    .where('u.valid_on_from', '<=', on)
    .where((eb) => eb.or([eb('u.valid_on_to', 'is', null), eb('u.valid_on_to', '>', on)]))
    .orderBy(sql`array_position(array['township', 'county', 'prefecture'], p.level)`)
    .limit(1)
    .executeTakeFirst()

/** How many entries of the catalogue lead to a unit on a day, those of units merged into it included. */
export const responsibilitiesOf = async (tx: Tx, unitId: string, on: Temporal.PlainDate): Promise<number> => {
  const { rows } = await sql<{ entries: number }>`
    select count(*)::integer as entries from responsibility r
    where r.authority_id = app.authority() and r.valid_on_from <= ${on}::date and (r.valid_on_to is null or r.valid_on_to > ${on}::date)
      and r.unit_id in (select u.unit_id from unit u
        where u.authority_id = r.authority_id and app.after_mergers(u.authority_id, u.unit_id, ${on}::date) = ${unitId})`.execute(tx)
  return rows[0]?.entries ?? 0
}
