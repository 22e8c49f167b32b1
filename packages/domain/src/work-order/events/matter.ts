import type { Kind } from '../../vocabulary/index.ts'

/**
 * What happened to a work order. Codes, ids, instants and references only: no free text, no identity. `…Text` is the id of a content row,
 * `…File` of a file, both under the order's own key.
 */
export type Place = { readonly county: string; readonly township: string | null }
export type Classification = { readonly kind: Kind; readonly subject: string; readonly place: Place }
/** 20c: who is complained of (respondent: may state its side) and who is accused (may not even know). */
export type Relations = {
  readonly respondentUnitId: string | null
  readonly respondentAccountId: string | null
  readonly accusedUnitId: string | null
  readonly accusedAccountId: string | null
}
