import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import { writeConnectors } from './connectors.ts'
import type { Organisation } from './read-organisation.ts'

type Day = {
  readonly authorityId: string
  readonly on: Temporal.PlainDate
  /** Subjects in places that were changed at the desk. */
  readonly ofDesk: readonly string[]
}

const writePlaces = async (tx: Tx, { places }: Organisation, { authorityId, on }: Day): Promise<void> => {
  const rows = places.map(({ code, parent, name, level, replacedBy, from, to }) => ({
    authority_id: authorityId,
    code,
    parent_code: parent,
    name,
    level,
    replaced_by: replacedBy,
    valid_on_from: from,
    valid_on_to: to,
  }))
  await tx
    .insertInto('place')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'code']).doUpdateSet(({ ref }) => ({
        parent_code: ref('excluded.parent_code'),
        name: ref('excluded.name'),
        level: ref('excluded.level'),
        replaced_by: ref('excluded.replaced_by'),
        valid_on_from: ref('excluded.valid_on_from'),
        valid_on_to: ref('excluded.valid_on_to'),
      })),
    )
    .execute()
  await tx
    .updateTable('place')
    .set({ valid_on_to: lastDay(on) })
    .where('authority_id', '=', authorityId)
    .where('valid_on_to', 'is', null)
    .where(sql<boolean>`code <> all(${rows.map(({ code }) => code)}::text[])`)
    .execute()
}

/** What a newer folder no longer names ends on the day of loading; nothing that was in force is taken out of the past. */
const lastDay = (on: Temporal.PlainDate) => sql<Temporal.PlainDate>`greatest(${on}::date, valid_on_from + 1)`

/** A unit that was changed at the desk is not the folder's any more. @clause 7-1 */
const writeUnits = async (tx: Tx, { units }: Organisation, { authorityId, on }: Day): Promise<void> => {
  const rows = units.map(({ unit, parent, supervisedBy, name, short, english, kind, place, from, to }) => ({
    authority_id: authorityId,
    unit_id: unit,
    parent_id: parent,
    supervised_by: supervisedBy,
    name,
    short_name: short,
    name_en: english,
    kind,
    place_code: place,
    valid_on_from: from,
    valid_on_to: to,
  }))
  await tx
    .insertInto('unit')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'unit_id'])
        .doUpdateSet(({ ref }) => ({
          parent_id: ref('excluded.parent_id'),
          supervised_by: ref('excluded.supervised_by'),
          name: ref('excluded.name'),
          short_name: ref('excluded.short_name'),
          name_en: ref('excluded.name_en'),
          kind: ref('excluded.kind'),
          place_code: ref('excluded.place_code'),
          valid_on_from: ref('excluded.valid_on_from'),
          valid_on_to: ref('excluded.valid_on_to'),
        }))
        .where('unit.decided_at', 'is', null),
    )
    .execute()
  await tx
    .updateTable('unit')
    .set({ valid_on_to: lastDay(on) })
    .where('authority_id', '=', authorityId)
    .where('valid_on_to', 'is', null)
    .where('decided_at', 'is', null)
    .where(sql<boolean>`unit_id <> all(${rows.map(({ unit_id: id }) => id)}::text[])`)
    .execute()
}

/** A subject in a place that was changed at the desk is not the folder's any more. @clause 11-2 */
const writeResponsibilities = async (tx: Tx, { responsibilities }: Organisation, { authorityId, on, ofDesk }: Day): Promise<void> => {
  const ofFolder = responsibilities.filter(({ subject, place }) => !ofDesk.includes(`${subject} ${place}`))
  const rows = ofFolder.map(({ subject, place, unit, principle, basis, from, to }) => ({
    authority_id: authorityId,
    subject,
    place_code: place,
    unit_id: unit,
    principle,
    basis,
    valid_on_from: from,
    valid_on_to: to,
  }))
  const written = tx
    .insertInto('responsibility')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'subject', 'place_code', 'valid_on_from']).doUpdateSet(({ ref }) => ({
        unit_id: ref('excluded.unit_id'),
        principle: ref('excluded.principle'),
        basis: ref('excluded.basis'),
        valid_on_to: ref('excluded.valid_on_to'),
      })),
    )
  if (rows.length > 0) await written.execute()
  const kept = rows.map(({ subject, place_code: place, valid_on_from: from }) => `${subject} ${place} ${from.toString()}`)
  await tx
    .updateTable('responsibility')
    .set({ valid_on_to: lastDay(on) })
    .where('authority_id', '=', authorityId)
    .where('valid_on_to', 'is', null)
    .where(sql<boolean>`subject || ' ' || place_code || ' ' || valid_on_from <> all(${kept}::text[])`)
    .where(sql<boolean>`subject || ' ' || place_code <> all(${ofDesk}::text[])`)
    .execute()
}

/** A number or note that was corrected at the desk is not the folder's any more. @clause 14 */
const writeLinkage = async (tx: Tx, { linkage }: Organisation, { authorityId, on }: Day): Promise<void> => {
  const rows = linkage.map(({ line, name, kind, number, unit, note }, rank) => ({ line, name, kind, number, unit, note, rank }))
  await sql`
    insert into linkage_line (authority_id, line_id, name, kind, number, unit_id, note, rank)
    select ${authorityId}, r.line, r.name, r.kind, r.number, r.unit, r.note, r.rank
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (line text, name text, kind text, number text, unit text, note text, rank integer)
    on conflict (authority_id, line_id) do update set name = excluded.name, kind = excluded.kind, unit_id = excluded.unit_id, rank = excluded.rank,
      number = case when linkage_line.corrected_at is null then excluded.number else linkage_line.number end,
      note = case when linkage_line.corrected_at is null then excluded.note else linkage_line.note end, closed_on = null`.execute(tx)
  await sql`update linkage_line set closed_on = ${on}::date
    where authority_id = ${authorityId} and closed_on is null and line_id <> all(${rows.map(({ line }) => line)}::text[])`.execute(tx)
}

/** Writes a checked organisation over what is there. The authority is named outright: the owner's login passes by row-level security. @clause 18a */
export const writeOrganisation = async (tx: Tx, organisation: Organisation, day: Day): Promise<void> => {
  await writePlaces(tx, organisation, day)
  await writeUnits(tx, organisation, day)
  await writeResponsibilities(tx, organisation, day)
  await writeLinkage(tx, organisation, day)
  await writeConnectors(tx, organisation.connectors, day)
}
