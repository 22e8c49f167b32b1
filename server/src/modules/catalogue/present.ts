import { answeringFor, type CatalogueChange } from '@open12345/domain/catalogue'
import type { CatalogueChangeView, CatalogueEntryView } from '@open12345/contract/catalogue'
import type { ChangeRow } from './store.ts'
import { named, type Catalogue } from './world.ts'

export const instantText = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

export const changeView = (row: ChangeRow, catalogue: Catalogue, reader: string | undefined): CatalogueChangeView => ({
  changeId: row.change_id,
  kind: row.kind,
  subject: row.subject,
  placeCode: row.place_code,
  placeName: catalogue.placeName(row.place_code),
  unitId: row.unit_id,
  unitName: row.unit_id === null ? null : catalogue.unitName(row.unit_id),
  before: named(catalogue, row.unit_before),
  principle: row.principle,
  basis: row.basis,
  on: row.effective_on.toString(),
  until: row.until_on?.toString() ?? null,
  reason: row.reason,
  state: row.replaced ? 'replaced' : row.state,
  by: row.by,
  own: row.proposed_by === reader,
  proposedAt: instantText(row.proposed_at),
  decidedBy: row.decided_by,
  decidedAt: row.decided_at === null ? null : instantText(row.decided_at),
  words: row.words,
  revoked:
    row.revoked_at === null || row.revoked_why === null
      ? null
      : { by: row.revoked_by ?? '', at: instantText(row.revoked_at), reason: row.revoked_why },
  evidence: [...row.evidence],
})

/** Entries with the changes that brought them. */
export const entryViews = (
  rows: Catalogue['rows'],
  catalogue: Catalogue,
  changes: readonly ChangeRow[],
  on: string,
): CatalogueEntryView[] => {
  const byId = new Map(changes.map((change) => [change.change_id, change]))
  return rows.map(({ entry, broughtBy }) => {
    const change = byId.get(broughtBy ?? '')
    return {
      ...entry,
      placeName: catalogue.placeName(entry.placeCode),
      unitName: catalogue.unitName(entry.unitId),
      answering: named(catalogue, answeringFor(catalogue.world, entry.unitId, on) ?? null),
      change:
        change === undefined || change.decided_at === null
          ? null
          : {
              changeId: change.change_id,
              reason: change.reason,
              by: change.by,
              decidedBy: change.decided_by ?? '',
              decidedAt: instantText(change.decided_at),
            },
    }
  })
}

/** What is asked apart from its grounds. */
export const factsOf = ({ kind, subject, placeCode, on }: CatalogueChange): readonly string[] => [kind, subject, placeCode, on]
