import { chanceFrom } from './chance.ts'

/** How a unit works: shares of the time it is given, and how often something goes wrong. Made up, and the same in every month. */
export type Temper = {
  /** Office minutes until it signs. */
  readonly sign: readonly [from: number, to: number]
  /** Part of its limit until the reply is written. */
  readonly handle: readonly [from: number, to: number]
  readonly poorReply: number
  readonly sentBack: number
}

const quick: Temper = { sign: [4, 70], handle: [0.08, 0.5], poorReply: 0.05, sentBack: 0.05 }
const steady: Temper = { sign: [10, 190], handle: [0.2, 0.75], poorReply: 0.1, sentBack: 0.1 }
const slow: Temper = { sign: [60, 480], handle: [0.5, 1.25], poorReply: 0.12, sentBack: 0.08 }
const careless: Temper = { sign: [5, 120], handle: [0.15, 0.7], poorReply: 0.4, sentBack: 0.3 }
/** 推诿: waits, then says that it is not its matter. */
const passesOn: Temper = { sign: [150, 440], handle: [0.4, 1.1], poorReply: 0.5, sentBack: 0.05 }

const tempers = [
  [quick, 28],
  [steady, 46],
  [slow, 12],
  [careless, 9],
  [passesOn, 5],
] as const

const known = new Map<string, Temper>()

export const temperOf = (unitId: string): Temper => {
  const seed = [...unitId].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7)
  const temper = known.get(unitId) ?? chanceFrom(seed).weighted(tempers)
  known.set(unitId, temper)
  return temper
}
