import type { Principle } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'

export type Responsibility = { readonly unitId: string; readonly principle: Principle; readonly basis: string }

/** Codes of the subject catalogue and of the catalogue of places. */
export type Where = { readonly subject: string; readonly county?: string | null | undefined; readonly township?: string | null | undefined }

/**
 * 第十一条（二） 属地管理、按职承办、行业主管: the unit that handles a subject in a place on a civil date of the prefecture. The narrowest place
 * prevails: township, county, prefecture. Undefined where the catalogue names nobody who exists on that day.
 * @clause 11-2
 */
export const responsibleUnit = (
  tx: Tx,
  { subject, county, township }: Where,
  on: Temporal.PlainDate,
): Promise<Responsibility | undefined> =>
  tx
    .selectFrom('responsibility as r')
    .innerJoin('place as p', (join) => join.onRef('p.authority_id', '=', 'r.authority_id').onRef('p.code', '=', 'r.place_code'))
    .innerJoin('unit as u', (join) => join.onRef('u.authority_id', '=', 'r.authority_id').onRef('u.unit_id', '=', 'r.unit_id'))
    .select(['r.unit_id as unitId', 'r.principle', 'r.basis'])
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
