import type { IncidentView } from '@open12345/contract/incident'

type About = {
  readonly subject?: string | null | undefined
  readonly place?: { readonly county: string; readonly township: string | null } | null | undefined
}
type Named = Pick<IncidentView, 'subject' | 'place'>

/** 12-4: the same subject in the same place; where one of the two names no township, the county is all that is known. */
export const isLike = ({ subject, place }: About, incident: Named): boolean => {
  if (place == null || subject !== incident.subject || place.county !== incident.place.county) return false
  return place.township === null || incident.place.township === null || place.township === incident.place.township
}

/** Those that are likely meant come first; the order is otherwise kept. */
export const likelyFirst = <I extends Named>(about: About, incidents: readonly I[]): readonly I[] =>
  incidents.toSorted((one, other) => Number(isLike(about, other)) - Number(isLike(about, one)))
