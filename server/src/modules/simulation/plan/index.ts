import { chanceFrom, seedOf, type Chance } from '../chance.ts'
import { fill } from '../data/fill.ts'
import { unacceptable } from '../data/declined.ts'
import type { Course, Matter, Part } from '../matter.ts'
import type { OfficeTime } from '../office-time.ts'
import type { County, Town } from '../town.ts'
import { newCitizen } from './citizen.ts'
import { courseOf, twistOf } from './course.ts'
import { arrivalsIn } from './demand.ts'
import { detourOf } from './detour.ts'
import { persistent } from './persistent.ts'
import { endingOf } from './ending.ts'
import { seatsOnShift } from './shift.ts'
import { surge } from './surge.ts'
import { drawTemplate, messageOf } from './words.ts'

export type Month = { readonly from: number; readonly until: number; readonly perDay: number; readonly seed: number }
type Ground = Pick<Town, 'counties' | 'office' | 'seats' | 'departments'>
type Place = { readonly county: string; readonly township: string | null; readonly name: string }

/** The first county of the catalogue is the seat of the prefecture, where most people live. */
const placeIn = (chance: Chance, counties: readonly County[]): Place => {
  const county = chance.weighted(counties.map((one, index) => [one, index === 0 ? 22 : index === 1 ? 5 : 2] as const))
  const township = county.townships.length > 0 && chance.happens(0.8) ? chance.pick(county.townships) : undefined
  return { county: county.code, township: township?.code ?? null, name: township?.name ?? county.name }
}

type Wanted = Pick<Matter, 'kind' | 'subject' | 'course'> & { readonly text: string }

const wantedOf = (chance: Chance, feast: string): Wanted => {
  if (chance.happens(0.055)) {
    const { ground, lawfulChannel, kind, subject, text } = chance.pick(unacceptable)
    const course: Course = { step: 'decline', ground, lawfulChannel, alsoOurs: ground === '9-3' && chance.happens(0.4) }
    return { kind, subject, text, course }
  }
  const [kind, subject, text] = drawTemplate(chance, feast)
  return { kind, subject, text, course: courseOf(chance, kind, subject) }
}

const isAboutSomebody = (chance: Chance, { kind, subject }: Wanted): boolean =>
  chance.happens(subject === 'official-conduct' ? 0.55 : kind === 'report' && subject === 'village-affairs' ? 0.6 : 0)

const addresses = ['{road}中段', '{estate}东门', '{road}路口', '{village}{group}', '{school}对面', '{estate}3栋二单元']

type Drawn = { readonly at: number; readonly wanted: Wanted; readonly place: Place; readonly part: Part | null }

/** 20c: who reports, or wants to stay unknown, is not gathered with others; what is urgent goes out by itself. */
const isGatherable = ({ kind, course, anonymous, confidential }: Pick<Matter, 'kind' | 'course' | 'anonymous' | 'confidential'>): boolean =>
  kind !== 'report' && !anonymous && !confidential && course.step === 'handle' && course.urgency === 'ordinary'

const matterOf = (ordinal: number, { at, wanted, place, part }: Drawn, chance: Chance, departments: Ground['departments']): Matter => {
  const door = chance.happens(0.32) ? 'web' : 'phone'
  const { kind, subject, course } = wanted
  const anonymous = chance.happens(kind === 'report' ? 0.3 : 0.015)
  const said = {
    ordinal,
    at,
    door,
    seat: '',
    citizen: newCitizen(chance, ordinal, door, anonymous),
    kind,
    subject,
    place: { county: place.county, township: place.township },
    addressDetail: chance.happens(0.35) ? fill(chance, chance.pick(addresses)) : null,
    content: messageOf(chance, kind, wanted.text, place.name),
    anonymous,
    confidential: kind === 'report' || chance.happens(0.02),
    about: isAboutSomebody(chance, wanted) && departments.length > 0 ? chance.pick(departments) : null,
  } as const
  const isAccusing = kind === 'report' && said.about !== null
  const matter = {
    ...said,
    course,
    sentTo: null,
    twist: twistOf(chance, door, course, isAccusing),
    rest: null,
    brisk: false,
  } as const
  const detour = detourOf(chance, matter)
  if (part !== null && isGatherable(matter)) return { ...matter, twist: null, detour: null, ending: null, incident: part }
  return { ...matter, detour, ending: endingOf(chance, { ...matter, detour }), incident: null }
}

const feastOn = (office: OfficeTime, at: number): string => office.feastOn(at)

/** One outage, many calls: the next few about the same thing in the same township within four hours. */
const outages = ['water-supply', 'power-supply', 'noise', 'street-lights']

const isSpreading = ({ subject, course }: Wanted): boolean => outages.includes(subject) && course.step === 'handle'

type Rumour = Omit<Drawn, 'part'> & { readonly key: string; left: number }

const drawn = (chance: Chance, at: number, { counties, office }: Ground, rumour: Rumour | undefined): Drawn => {
  if (rumour !== undefined && rumour.left > 0 && at - rumour.at < 4 * 3_600_000 && chance.happens(0.75)) {
    rumour.left -= 1
    const { wanted, place, key } = rumour
    return { at, wanted, place, part: { key, role: chance.happens(0.12) ? 'leaves' : 'joins' } }
  }
  return { at, wanted: wantedOf(chance, feastOn(office, at)), place: placeIn(chance, counties), part: null }
}

/** Somebody who has been here before, about the same thing again. */
const again = (matter: Matter, earlier: readonly Matter[], chance: Chance): Matter => {
  const before = earlier
    .slice(-400)
    .filter(({ course, citizen, incident }) => course.step === 'handle' && citizen.reach === 'mobile' && incident === null)
  if (matter.incident !== null || before.length === 0 || matter.citizen.reach !== 'mobile' || !chance.happens(0.05)) return matter
  const { citizen, kind, subject, place, content, course, sentTo } = chance.pick(before)
  return {
    ...matter,
    citizen,
    kind,
    subject,
    place,
    course,
    sentTo,
    detour: chance.happens(0.7) ? { what: 'repeat', termination: chance.happens(0.25) ? 'refused' : null } : null,
    ending: null,
    content: `${content}前几天反映过，现在还是老样子，请催办。`,
  }
}

/** All matters of a month, drawn before it is played: by the seed alone. */
export const planMonth = (month: Month, ground: Ground): readonly Matter[] => {
  const { seed } = month
  const matters: Matter[] = []
  let rumour: Rumour | undefined
  for (const [ordinal, at] of arrivalsIn(month, ground.office, chanceFrom(seed)).entries()) {
    const chance = chanceFrom(seedOf(seed, ordinal))
    const came = drawn(chance, at, ground, rumour)
    const begins = came.part === null && isSpreading(came.wanted) && chance.happens(0.2)
    const key = `incident-${ordinal}`
    if (begins) rumour = { ...came, key, left: 4 + chance.below(5) }
    const one: Drawn = begins ? { ...came, part: { key, role: 'main' } } : came
    matters.push(again(matterOf(ordinal, one, chance, ground.departments), matters, chance))
  }
  const all = [...matters, ...persistent(month, ground), ...surge(month, ground)].toSorted((a, b) => a.at - b.at)
  return seatsOnShift(all, ground.seats)
}
