/** What a unit is; the centre and the office above it come with the folder and are never founded at a desk. */
export type FoundedKind = 'county' | 'department' | 'enterprise' | 'township' | 'section' | 'sub-centre'

export type UnitNames = { readonly name: string; readonly shortName: string | null; readonly nameEn: string | null }

export type UnitChange =
  | (UnitNames & {
      readonly kind: 'founded'
      readonly unitId: string
      readonly unitKind: FoundedKind
      readonly parentId: string | null
      readonly placeCode: string | null
    })
  | (UnitNames & { readonly kind: 'renamed'; readonly unitId: string })
  | { readonly kind: 'moved'; readonly unitId: string; readonly parentId: string | null }
  | { readonly kind: 'merged'; readonly unitId: string; readonly successorId: string }
  | { readonly kind: 'dissolved'; readonly unitId: string }

/** ahead: its day is still to come; held-up: its day has come, and something stands in the way. */
export type ChangeState = 'ahead' | 'in-effect' | 'held-up' | 'withdrawn'

export const isOpen = (state: ChangeState): boolean => state === 'ahead' || state === 'held-up'

/** Days are civil dates of the prefecture, as 2026-03-02: they are compared as texts. `to` is the first day on which the unit is no more. */
export type TreeUnit = UnitNames & {
  readonly unitId: string
  readonly kind: string
  readonly parentId: string | null
  readonly from: string
  readonly to: string | null
}
export type Tree = ReadonlyMap<string, TreeUnit>

export const isInForce = ({ from, to }: TreeUnit, on: string): boolean => from <= on && (to === null || to > on)

/** Whether going up from a unit comes by another, or by itself. */
export const isWithin = (tree: Tree, unitId: string, above: string): boolean => {
  const seen = new Set<string>()
  let up: string | null | undefined = unitId
  while (up !== null && up !== undefined && !seen.has(up)) {
    if (up === above) return true
    seen.add(up)
    up = tree.get(up)?.parentId
  }
  return false
}
