import type { Principle } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'

/** One at a time, a folder that is loaded too: whoever decides about the catalogue has seen all that was decided before. */
export const lockCatalogue = async (tx: Tx, authorityId: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue ${authorityId}`}, 0))`.execute(tx))

export type CatalogueRow = {
  readonly subject: string
  readonly placeCode: string
  readonly unitId: string
  readonly principle: Principle
  readonly basis: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate | null
  /** The change at the desk that brought it. */
  readonly broughtBy: string | null
  readonly endedBy: string | null
}

/** Every entry of the catalogue, or of one subject: those that are over and those to come included. */
export const catalogueEntries = async (tx: Tx, subject?: string): Promise<CatalogueRow[]> => {
  const all = tx
    .selectFrom('responsibility')
    .select([
      'subject',
      'place_code as placeCode',
      'unit_id as unitId',
      'principle',
      'basis',
      'valid_on_from as from',
      'valid_on_to as to',
      'brought_by as broughtBy',
      'ended_by as endedBy',
    ])
    .orderBy('subject')
    .orderBy('place_code')
    .orderBy('valid_on_from')
  return (subject === undefined ? all : all.where('subject', '=', subject)).execute()
}

/** By which change at the desk. */
type Span = Pick<CatalogueRow, 'subject' | 'placeCode'> & { readonly from: string }
type Words = Pick<CatalogueRow, 'unitId' | 'principle' | 'basis'> & { readonly to: string | null }

const changed = (tx: Tx, { subject, placeCode, from }: Span) =>
  tx
    .updateTable('responsibility')
    .where('authority_id', '=', sql<string>`app.authority()`)
    .where('subject', '=', subject)
    .where('place_code', '=', placeCode)
    .where('valid_on_from', '=', sql<Temporal.PlainDate>`${from}::date`)

const dayOf = (day: string | null) => (day === null ? null : sql<Temporal.PlainDate>`${day}::date`)

/** A running entry gets its last day; what it said until then stays said. @clause 11-2 */
export const endEntry = async (tx: Tx, span: Span, on: string, changeId: string): Promise<void> =>
  void (await changed(tx, span)
    .set({ valid_on_to: dayOf(on), ended_by: changeId })
    .execute())

/** Of an entry that has not begun. */
export const replaceEntry = async (tx: Tx, span: Span, { unitId, principle, basis, to }: Words, changeId: string): Promise<void> =>
  void (await changed(tx, span)
    .set({ unit_id: unitId, principle, basis, valid_on_to: dayOf(to), brought_by: changeId, ended_by: null })
    .execute())

type Earlier = Words & Pick<CatalogueRow, 'broughtBy' | 'endedBy'>
/** Of an entry whose end, or whose place, was a change that is revoked: what it said before. */
export const restoreEntry = async (tx: Tx, span: Span, { unitId, principle, basis, to, broughtBy, endedBy }: Earlier): Promise<void> =>
  void (await changed(tx, span)
    .set({ unit_id: unitId, principle, basis, valid_on_to: dayOf(to), brought_by: broughtBy, ended_by: endedBy })
    .execute())

/** One that never began. */
export const removeEntry = async (tx: Tx, { subject, placeCode, from }: Span): Promise<void> =>
  void (await sql`delete from responsibility where authority_id = app.authority() and subject = ${subject} and place_code = ${placeCode}
    and valid_on_from = ${from}::date`.execute(tx))

export const beginEntry = async (tx: Tx, span: Span, { unitId, principle, basis, to }: Words, changeId: string): Promise<void> => {
  await tx
    .insertInto('responsibility')
    .values({
      authority_id: sql<string>`app.authority()`,
      subject: span.subject,
      place_code: span.placeCode,
      unit_id: unitId,
      principle,
      basis,
      valid_on_from: sql<Temporal.PlainDate>`${span.from}::date`,
      valid_on_to: dayOf(to),
      brought_by: changeId,
    })
    .execute()
}
