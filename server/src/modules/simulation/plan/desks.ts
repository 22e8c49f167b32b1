import type { Kind, Stage, Urgency } from '@open12345/domain/vocabulary'
import { chanceFrom, seedOf, type Chance } from '../chance.ts'
import { fill } from '../data/fill.ts'
import type { Citizen, Detour, Ending, Matter, Part, Twist } from '../matter.ts'
import type { Town } from '../town.ts'
import { newCitizen } from './citizen.ts'

/** What lies on the desks when the month ends, so that whoever looks around finds work at each of them. */
type Lying = {
  readonly hours: number
  readonly rest: Stage
  readonly kind: Kind
  readonly subject: string
  readonly text: string
  readonly unit?: string
  readonly urgency?: Urgency
  readonly twist?: Twist
  readonly detour?: Detour
  readonly ending?: Ending
  readonly incident?: Part
  readonly door?: Matter['door']
  /** Gave a landline, which no message reaches: a person has to ask. */
  readonly landline?: true
  /** Names a department as the accused. */
  readonly isAccusing?: true
  /** One person who comes again. */
  readonly isRepeater?: true
}
const lying = (hours: number, rest: Stage, [kind, subject, text]: readonly [Kind, string, string], more: Partial<Lying> = {}): Lying => ({
  hours,
  rest,
  kind,
  subject,
  text,
  ...more,
})
const web = { door: 'web' } as const
const housing = { unit: 'housing' } as const
const accusing = { unit: 'ecology', isAccusing: true, ...web } as const

const water = ['help', 'water-supply', '小区从昨天傍晚开始停水，没有看到停水通知，家里有老人和小孩，想知道什么时候能恢复供水。'] as const
const lights = ['complaint', 'street-lights', '巷子里的路灯坏了半个多月，晚上走路看不清，请尽快修一修。'] as const
const property = ['complaint', 'property-management', '物业两个月没有清理地下车库，污水横流，多次反映没有结果。'] as const
const leak = ['help', 'housing', '公租房卫生间漏水到楼下，报修三次没有人来，楼下邻居天天上门。'] as const
const bus = ['suggestion', 'public-transport', '早高峰公交车间隔太长，建议加密班次，或者开通学生专线。'] as const
const school = ['consultation', 'education', '外来务工人员的孩子今年秋季入学需要什么材料，什么时候报名？'] as const
const wages = ['complaint', 'wages', '在工地干了三个月，工资一直没有结清，包工头说等甲方拨款，请帮忙协调。'] as const
const noise = ['complaint', 'noise', '楼下烧烤店每天营业到凌晨两点，音响声音很大，影响一家人休息，希望有人来管一管。'] as const
const shop = ['complaint', 'consumer', '网上团购的家具送来少了两块板，店家让等厂家补发，一个月了没有消息。'] as const
const outage = ['help', 'power-supply', '变压器冒火花，整条街停电，电线垂到路面上，孩子正在放学，请马上派人来！'] as const
const river = ['report', 'water-pollution', '夜里有人往河沟里排黄色废水，味道刺鼻，请查处并为我保密。'] as const
const border = ['complaint', 'waste', '两县交界的河滩上堆了几车建筑垃圾，问了两边都说不归自己管，到底找谁？'] as const
const insurance = ['consultation', 'medical-insurance', '老人在外地住院，出院后回来怎么报销，需要准备哪些材料？'] as const

const atTheEnd: readonly Lying[] = [
  lying(0.4, 'to-accept', water, web),
  lying(0.9, 'to-accept', insurance, web),
  lying(1.6, 'to-accept', school, web),
  lying(0.7, 'to-dispatch', lights),
  lying(1.4, 'to-dispatch', noise, web),
  lying(8, 'to-dispatch', river, web),
  lying(30, 'to-dispatch', bus),
  lying(1.2, 'to-sign', property, housing),
  lying(52, 'to-sign', leak, housing),
  lying(3, 'to-sign', wages, { unit: 'human-resources' }),
  lying(2, 'in-hand', outage, { unit: 'power-supply', urgency: 'emergency' }),
  lying(20, 'in-hand', leak, housing),
  lying(480, 'in-hand', property, housing),
  lying(26, 'in-hand', lights, { ...housing, twist: { what: 'withdraw', stage: 'in-hand', granted: null }, ...web }),
  lying(28, 'in-hand', property, { ...housing, twist: { what: 'correct', stage: 'in-hand', granted: null } }),
  lying(40, 'in-hand', noise, { unit: 'ecology' }),
  lying(44, 'in-hand', river, { unit: 'ecology', ...web }),
  lying(34, 'in-hand', river, { ...accusing, twist: { what: 'clear-accused', stage: 'in-hand', granted: null } }),
  lying(68, 'in-hand', river, { ...accusing, twist: { what: 'clear-accused', stage: 'to-dispatch', granted: true } }),
  lying(74, 'in-hand', river, { ...accusing, twist: { what: 'clear-accused', stage: 'in-hand', granted: false } }),
  lying(5, 'to-accept', school, { ...web, detour: { what: 'verify', finding: null } }),
  lying(27, 'in-hand', noise, { ...housing, detour: { what: 'return', stage: 'in-hand', isLate: false, accepted: null } }),
  lying(60, 'in-hand', leak, { ...housing, detour: { what: 'extend', decision: null } }),
  lying(29, 'coordination', border, { detour: { what: 'coordinate', isDecided: false } }),
  lying(46, 'to-review', leak, housing),
  lying(47, 'to-review', shop, { unit: 'market' }),
  lying(45, 'to-review', bus, { unit: 'transport' }),
  lying(43, 'manual-follow-up', noise, { unit: 'ecology', landline: true }),
  lying(56, 'manual-follow-up', bus, { unit: 'transport', landline: true, ending: { what: 'noted', isExplained: false } }),
  lying(64, 'closed', property, { ...housing, landline: true, ending: { what: 'dispute', decision: null } }),
  lying(100, 'in-hand', property, { ...housing, isRepeater: true }),
  lying(66, 'in-hand', property, { ...housing, isRepeater: true, detour: { what: 'repeat', termination: 'undecided' } }),
  lying(31, 'in-hand', water, { ...housing, incident: { key: 'desks', role: 'main' } }),
  lying(25, 'with-incident', water, { incident: { key: 'desks', role: 'joins' } }),
  lying(24, 'with-incident', water, { ...web, incident: { key: 'desks', role: 'joins' } }),
  lying(22, 'with-incident', water, { incident: { key: 'desks', role: 'joins' } }),
  lying(50, 'to-deliver', lights, housing),
  lying(54, 'to-deliver', school, { unit: 'education' }),
  lying(70, 'asked', lights, housing),
  lying(90, 'asked', bus, { unit: 'transport' }),
  lying(38, 'in-hand', river, { ...accusing, twist: { what: 'seal', stage: 'in-hand', granted: null } }),
]

/** After the month's own ordinals, so that nothing of the month is drawn differently because of them. */
const firstOrdinal = 1_000_000

const citizenOf = ({ landline, isRepeater, door = 'phone' }: Lying, index: number, chance: Chance): Citizen => {
  if (isRepeater) return { name: '沙马木呷', phone: '14108339999', reach: 'mobile' }
  if (landline) return { name: '马建国', phone: `0834-399${9000 + index}`, reach: 'landline' }
  return newCitizen(chance, 9000 + index, door, false)
}

/** 20c: never the unit that handles it. */
const accusedIn = ({ isAccusing, unit }: Lying, { departments }: Town): string | null =>
  isAccusing ? (departments.find((department) => department !== unit) ?? null) : null

const matterOf = (one: Lying, index: number, { until, seed }: { readonly until: number; readonly seed: number }, town: Town): Matter => {
  const ordinal = firstOrdinal + index
  const chance = chanceFrom(seedOf(seed, ordinal))
  const {
    kind,
    subject,
    text,
    hours,
    rest,
    unit = null,
    urgency = 'ordinary',
    twist = null,
    detour = null,
    ending = null,
    incident = null,
    door = 'phone',
  } = one
  const county = town.counties[0]
  if (county === undefined) throw new Error('the prefecture has no county')
  return {
    ordinal,
    at: Math.round(until - hours * 3_600_000),
    door,
    seat: town.seats[0] ?? '',
    citizen: citizenOf(one, index, chance),
    kind,
    subject,
    place: { county: county.code, township: county.townships[index % 7]?.code ?? null },
    addressDetail: fill(chance, '{road}{estate}'),
    content: text,
    anonymous: false,
    confidential: kind === 'report',
    about: accusedIn(one, town),
    course: { step: 'handle', urgency },
    sentTo: unit,
    twist,
    detour,
    ending,
    incident,
    rest,
    brisk: true,
  }
}

/** Those that began within the days that are played. */
export const desksAtTheEnd = (
  month: { readonly from: number; readonly until: number; readonly seed: number },
  town: Town,
): readonly Matter[] => atTheEnd.map((one, index) => matterOf(one, index, month, town)).filter(({ at }) => at > month.from)
