/** A place of the authority as its catalogue holds it, also one whose code has ended. */
export type KnownPlace = {
  readonly code: string
  readonly parentCode: string | null
  readonly name: string
  readonly level: 'prefecture' | 'county' | 'township'
  readonly replacedBy: string | null
  readonly isInForce: boolean
}

/** How a name was written: in full, as it is shortened, by its core with another kind of township behind it, or its core alone. */
export type Writing = 'full' | 'short' | 'other-kind' | 'bare'
/** `county` and `township` are codes that hold today. */
export type Naming = { readonly county: string; readonly township: string | null; readonly writing: Writing }

export type Gazetteer = {
  readonly names: ReadonlyMap<string, readonly Naming[]>
  /** By the first sign of a name, how long the longest is that begins so. */
  readonly longest: ReadonlyMap<string, number>
}

/** 新安傣族乡 is 新安 and 乡: the people whose township it is stand between. */
const peoples = '(?:彝|藏|回|苗|傣|蒙古|纳西|傈僳|布依|羌|白|壮|满|土家)族'
const countyKind = new RegExp(`(?:${peoples})*(?:自治)?[县市区]$`, 'u')
const townshipKind = new RegExp(`(?:${peoples})*(?:街道|镇|乡)$`, 'u')
const kinds = ['镇', '乡', '街道']

/** What a county is called: 会理市 is 会理, 木里藏族自治县 is 木里县 and 木里. */
const countyNames = (name: string): readonly (readonly [string, Writing])[] => {
  const core = name.replace(countyKind, '')
  const kind = name.at(-1) ?? ''
  return core.length < 2
    ? [[name, 'full']]
    : [
        [name, 'full'],
        [core + kind, 'short'],
        // People go on saying 县 of what has become a city.
        ...['县', '市'].map((other): readonly [string, Writing] => [core + other, 'short']),
        [core, 'bare'],
      ]
}

const townshipNames = (name: string): readonly (readonly [string, Writing])[] => {
  const core = name.replace(townshipKind, '')
  if (core.length < 2 || core === name) return [[name, 'full']]
  const own = kinds.find((kind) => name.endsWith(kind)) ?? ''
  return [
    [name, 'full'],
    [core + own, 'short'],
    ...kinds.filter((kind) => kind !== own).map((kind): readonly [string, Writing] => [core + kind, 'other-kind']),
    [core, 'bare'],
  ]
}

const rank = { full: 0, short: 1, 'other-kind': 2, bare: 3 } as const satisfies Record<Writing, number>

/** A code that has ended leads to what took its place. */
const inForce = (place: KnownPlace, byCode: ReadonlyMap<string, KnownPlace>): KnownPlace | undefined => {
  const seen = new Set<string>()
  let at: KnownPlace | undefined = place
  while (at !== undefined && !at.isInForce && !seen.has(at.code)) {
    seen.add(at.code)
    at = at.replacedBy === null ? undefined : byCode.get(at.replacedBy)
  }
  return at?.isInForce === true ? at : undefined
}

/** What each place may be called in words, the names of before included; made once for many texts. @clause 18a */
export const gazetteer = (places: readonly KnownPlace[]): Gazetteer => {
  const byCode = new Map(places.map((place) => [place.code, place]))
  const names = new Map<string, Naming[]>()
  const add = (name: string, naming: Naming): void => {
    const known = names.get(name) ?? []
    const same = known.find(({ county, township }) => county === naming.county && township === naming.township)
    if (same !== undefined && rank[same.writing] <= rank[naming.writing]) return
    names.set(name, [...known.filter((one) => one !== same), naming])
  }
  for (const place of places) {
    const now = inForce(place, byCode)
    if (now === undefined || now.level === 'prefecture') continue
    const county = now.level === 'county' ? now.code : now.parentCode
    if (county === null) continue
    const [written, township] = place.level === 'county' ? [countyNames(place.name), null] : [townshipNames(place.name), now.code]
    for (const [name, writing] of written) add(name, { county, township: now.level === 'county' ? null : township, writing })
  }
  const longest = new Map<string, number>()
  for (const name of names.keys()) longest.set(name.slice(0, 1), Math.max(name.length, longest.get(name.slice(0, 1)) ?? 0))
  return { names, longest }
}
