import { chanceFrom, seedOf } from '../chance.ts'
import type { Matter } from '../matter.ts'
import type { Town } from '../town.ts'
import { newCitizen } from './citizen.ts'
import type { Month } from './index.ts'

const hourMs = 3_600_000
/** After the ordinals of those who come again. */
const firstOrdinal = 3_000_000

/** One thing that several people bring within two days, each in their own words: hours before the month ends, what is said. */
const voices: readonly (readonly [hours: number, text: string])[] = [
  [41, '滨河路一带从昨天起自来水发黄，还有一股怪味，不敢喝，请查一查水质。'],
  [37.5, '我家住滨河路，自来水放出来是黄的，闻着有怪味，孩子喝了拉肚子，请派人来化验水质。'],
  [31, '滨河路这边的自来水又黄又有怪味，整栋楼都这样，物业说不清楚是什么原因。'],
  [26, '滨河路沿街饭馆的自来水发黄，有怪味，没法做生意，请尽快处理。'],
  [19.5, '自来水有怪味、发黄，滨河路这一片都是，老人拿来做饭，实在不放心。'],
  [14, '滨河路自来水发黄两天了，有怪味，打自来水公司的电话一直没有人接。'],
  [7, '反映滨河路自来水水质差，发黄、有怪味，请公布检测结果。'],
]

/** 第十九条: something for whoever watches what comes up all at once. */
export const surge = ({ from, until, seed }: Month, { counties }: Pick<Town, 'counties'>): readonly Matter[] =>
  voices
    .map(([hours, content], index): Matter => {
      const ordinal = firstOrdinal + index
      return {
        ordinal,
        at: until - hours * hourMs,
        door: 'web',
        seat: '',
        citizen: {
          ...newCitizen(chanceFrom(seedOf(seed, ordinal)), 7000 + index, 'web', false),
          phone: `1410832${String(index).padStart(4, '0')}`,
          reach: 'mobile',
        },
        kind: 'complaint',
        subject: 'water-supply',
        place: { county: counties[0]?.code ?? '', township: null },
        addressDetail: '滨河路',
        content,
        anonymous: false,
        confidential: false,
        about: null,
        course: { step: 'handle', urgency: 'ordinary' },
        sentTo: null,
        twist: null,
        detour: null,
        ending: null,
        incident: null,
        rest: null,
        brisk: false,
      }
    })
    .filter(({ at }) => at > from)
