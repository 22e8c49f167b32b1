import { chanceFrom, seedOf } from '../chance.ts'
import type { Detour, Matter } from '../matter.ts'
import type { Town } from '../town.ts'
import { newCitizen } from './citizen.ts'

const dayMs = 24 * 3_600_000
const hourMs = 3_600_000

/** One matter that the same person brings again and again, with nothing new: days after the first time, what is said, what becomes of it. */
const visits: readonly (readonly [days: number, text: string, detour: Detour | null])[] = [
  [0, '老宅拆迁补偿的面积少算了二十平方米，法院判过我不服，请政府重新量、补差价。', null],
  [8, '还是老宅拆迁补偿面积的事，判决不公，你们必须重新给我算。', { what: 'repeat', termination: 'confirmed' }],
  [17, '第三次来反映拆迁补偿面积，上次说终结了，我不同意，继续反映。', { what: 'explain-again' }],
]

/** After the month's own ordinals and those of what lies on the desks. */
const firstOrdinal = 2_000_000
/** About one in so many. */
const ofMatters = 400

type Month = { readonly from: number; readonly until: number; readonly perDay: number; readonly seed: number }

const matterOf = (ordinal: number, at: number, visit: (typeof visits)[number], who: Pick<Matter, 'citizen' | 'place'>): Matter => ({
  ordinal,
  at,
  door: 'web',
  seat: '',
  ...who,
  kind: 'complaint',
  subject: 'housing',
  addressDetail: null,
  content: visit[1],
  anonymous: false,
  confidential: false,
  about: null,
  course: { step: 'handle', urgency: 'ordinary' },
  sentTo: 'housing',
  twist: null,
  detour: visit[2],
  ending: null,
  incident: null,
  rest: null,
  brisk: false,
})

/** 13-4: who comes again after all has been said; those visits that fall into the month. */
export const persistent = ({ from, until, perDay, seed }: Month, { counties }: Pick<Town, 'counties'>): readonly Matter[] => {
  const count = Math.max(1, Math.round((perDay * (until - from)) / dayMs / ofMatters))
  const place = { county: counties[0]?.code ?? '', township: null }
  return Array.from({ length: count }, (_, index) => {
    const chance = chanceFrom(seedOf(seed, firstOrdinal + index))
    const first = from + chance.between(8, 14) * hourMs + index * dayMs
    const citizen = {
      ...newCitizen(chance, 8000 + index, 'web', false),
      phone: `1410833${String(index).padStart(4, '0')}`,
      reach: 'mobile' as const,
    }
    return visits.map((visit, nth) =>
      matterOf(firstOrdinal + index * visits.length + nth, Math.round(first + visit[0] * dayMs), visit, { citizen, place }),
    )
  })
    .flat()
    .filter(({ at }) => at < until)
}
