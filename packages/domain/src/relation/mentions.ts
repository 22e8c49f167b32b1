import { countyOf, type NamedUnit, type UnitNames } from './unit-names.ts'

/** `start` and `end` count UTF-16 units of the text, as `slice` does. */
export type Stretch = { readonly start: number; readonly end: number }
export type Mention = Stretch & { readonly unit: NamedUnit }
/** Where the matter is, as far as it is known. */
export type MatterPlace = { readonly county: string; readonly township: string | null } | null

/** What stands before the body of a name: a county, the prefecture, a place that is none of ours, or nothing. */
type Prefix = { readonly length: number; readonly of: NamedUnit | 'prefecture' | 'foreign' | 'here' | undefined }

const isHan = (sign: string | undefined): boolean => sign !== undefined && /\p{Script=Han}/u.test(sign)
/** Signs after which 市 and 县 are words of their own: 向市住建局. */
const standsAlone = /[向我们到去找给由请让被是和与的在跟对求报诉映议望及说经过叫问]/u

const prefixBefore = (text: string, start: number, { counties }: UnitNames): Prefix => {
  const before = text.slice(Math.max(0, start - 12), start)
  const named = [...counties].filter(([name]) => before.endsWith(name)).toSorted(([one], [other]) => other.length - one.length)[0]
  if (named !== undefined) return { length: named[0].length, of: named[1] }
  const prefecture = /(?:凉山)?(?:\p{Script=Han}{2}族自治)?州$/u.exec(before)
  if (prefecture !== null) return { length: prefecture[0].length, of: 'prefecture' }
  if (/[省国]$/u.test(before)) return { length: 0, of: 'foreign' }
  if (!/[市县区]$/u.test(before)) return { length: 0, of: undefined }
  const sign = before.at(-2)
  return isHan(sign) && !standsAlone.test(sign ?? '') ? { length: 0, of: 'foreign' } : { length: 1, of: 'here' }
}

const countyAt = (place: MatterPlace, names: UnitNames): NamedUnit | undefined =>
  place === null ? undefined : [...names.counties.values()].find(({ placeCode }) => placeCode === place.county)

const police = '公安'
/** 公安 with all below it is one: a county's police that the list does not have stands under the prefecture's. */
const isPolice = ({ shortName, parentId }: NamedUnit, { units }: UnitNames): boolean =>
  shortName === police || (parentId !== null && units.get(parentId)?.shortName === police)

const within = (county: NamedUnit | undefined, candidates: readonly NamedUnit[], { units }: UnitNames): NamedUnit | undefined =>
  candidates.find((unit) => countyOf(unit, units)?.unitId === county?.unitId)

/** Of that name in this county. A county's bureau that is not listed is the county's; what has no bureaus of its own there is the prefecture's. */
const chosenIn = (county: NamedUnit, candidates: readonly NamedUnit[], names: UnitNames): NamedUnit | undefined => {
  const [first] = candidates
  const own = within(county, candidates, names)
  if (own !== undefined || first === undefined || first.kind === 'township') return own
  return first.kind === 'enterprise' || isPolice(first, names) ? within(undefined, candidates, names) : county
}

/** Which of the units of that name: by the place before it, else by the place of the matter. */
const chosen = (candidates: readonly NamedUnit[], { of }: Prefix, place: MatterPlace, names: UnitNames): NamedUnit | undefined => {
  if (of === 'foreign') return undefined
  if (of === 'prefecture') return within(undefined, candidates, names)
  const here = countyAt(place, names)
  if (of === 'here') return here && chosenIn(here, candidates, names)
  if (of !== undefined) return chosenIn(of, candidates, names)
  const [only, ...others] = candidates
  return (here && within(here, candidates, names)) ?? within(undefined, candidates, names) ?? (others.length === 0 ? only : undefined)
}

/** What is nobody's name, but a place's own: 市政府, 镇政府, 派出所. */
const generic = /(?<station>派出所)|(?<county>[市县](?:人民)?政府)|(?<township>[镇乡](?:人民)?政府|街道办事处|街道办)/gu

/** A station is called after its town, without 镇 or 街道. */
const townBefore = (text: string, start: number, { units }: UnitNames): number => {
  const before = text.slice(Math.max(0, start - 6), start)
  const lengths = [...units.values()].flatMap(({ kind, shortName }) => {
    if (kind !== 'township' || shortName === null) return []
    return [shortName, shortName.replace(/(?:街道|镇|乡)$/u, '')].flatMap((town) => (before.endsWith(town) ? [town.length] : []))
  })
  return Math.max(0, ...lengths)
}

const unitHere = (kind: 'station' | 'county' | 'township', place: MatterPlace, names: UnitNames): NamedUnit | undefined => {
  const all = [...names.units.values()]
  if (kind === 'station') {
    const stations = all.filter(({ shortName }) => shortName === police)
    return (
      stations.find((unit) => place !== null && unit.placeCode === place.county) ??
      stations.find((unit) => countyOf(unit, names.units) === undefined)
    )
  }
  if (place === null) return undefined
  const code = kind === 'county' ? place.county : place.township
  return all.find((unit) => unit.kind === kind && unit.placeCode === code)
}

/** 某镇政府 of a town that is not on the list is not the one of this place. */
const isOfUnknown = (text: string, start: number): boolean => {
  const sign = text[start - 1]
  return isHan(sign) && !standsAlone.test(sign ?? '') && !/[本当地乡镇县市，]/u.test(sign ?? '')
}

const genericIn = (text: string, place: MatterPlace, names: UnitNames): readonly Mention[] =>
  [...text.matchAll(generic)].flatMap(({ index, 0: { length }, groups }): Mention[] => {
    const kind = groups?.['station'] !== undefined ? 'station' : groups?.['county'] !== undefined ? 'county' : 'township'
    if (kind !== 'station' && isOfUnknown(text, index)) return []
    const unit = unitHere(kind, place, names)
    const town = kind === 'station' ? townBefore(text, index, names) : 0
    return unit === undefined ? [] : [{ unit, start: index - town, end: index + length }]
  })

const staff = /^(?:的)?(?:党委|副)?(?:工作人员|干部|领导|书记|镇长|乡长|主任)/u

/** A place that has people of its own at once after it is its government: 礼州镇镇长. */
const placesWithStaff = (text: string, names: UnitNames): readonly Mention[] =>
  [...names.units.values()].flatMap((unit): Mention[] => {
    const { kind, shortName } = unit
    if ((kind !== 'township' && kind !== 'county') || shortName === null || shortName.length < 3) return []
    const start = text.indexOf(shortName)
    return start >= 0 && staff.test(text.slice(start + shortName.length)) ? [{ unit, start, end: start + shortName.length }] : []
  })

const governments = ['人民政府', '政府']
const countiesIn = (text: string, { counties }: UnitNames): readonly Mention[] =>
  [...counties].flatMap(([name, unit]) =>
    governments.flatMap((suffix): Mention[] => {
      const start = text.indexOf(name + suffix)
      return start < 0 ? [] : [{ unit, start, end: start + name.length + suffix.length }]
    }),
  )

const bodiesIn = (text: string, place: MatterPlace, names: UnitNames): readonly Mention[] => {
  const found: Mention[] = []
  for (let at = 0; at < text.length; at++) {
    for (let length = Math.min(names.longest, text.length - at); length >= 2; length--) {
      const candidates = names.bodies.get(text.slice(at, at + length))
      if (candidates === undefined) continue
      const prefix = prefixBefore(text, at, names)
      const unit = chosen(candidates, prefix, place, names)
      if (unit !== undefined) found.push({ unit, start: at - prefix.length, end: at + length })
      at += length - 1
      break
    }
  }
  return found
}

/** 某局某所 is one name: what comes first answers for it. */
const joined = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.reduce<readonly Mention[]>((kept, mention) => {
    const last = kept.at(-1)
    if (last === undefined || mention.start > last.end) return [...kept, mention]
    return mention.end <= last.end ? kept : [...kept.slice(0, -1), { ...last, end: mention.end }]
  }, [])

/** Where the text names a unit that is on the list, in the order of the text, none within another. */
export const mentionsIn = (text: string, place: MatterPlace, names: UnitNames): readonly Mention[] =>
  joined(
    [
      ...bodiesIn(text, place, names),
      ...countiesIn(text, names),
      ...placesWithStaff(text, names),
      ...genericIn(text, place, names),
    ].toSorted((one, other) => one.start - other.start || other.end - one.end),
  )
