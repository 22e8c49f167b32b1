import { readUrgency } from '@open12345/domain/intake'
import type { Evaluation, Figure } from './evaluation.ts'
import { intervalOf } from './interval.ts'
import { urgencyHeard } from '../server/src/modules/assistant/index.ts'
import { alarmCases } from './own/alarms.ts'
import { testCases, unseenCases } from './own/cases.ts'

type Case = { readonly meant: string; readonly heard: string; readonly phrases: string; readonly bare: string }

/** A handful of words, as somebody would write them down in five minutes. */
const bareList = /火灾|着火|起火|爆炸|地震|滑坡|泥石流|洪水|坍塌|中毒|被困|受伤|救命/u

const isGrave = (urgency: string): boolean => urgency !== 'ordinary'
const share = (of: readonly boolean[]): number => (of.length === 0 ? 1 : of.filter(Boolean).length / of.length)

type Statistic = (cases: readonly Case[], heard: (one: Case) => string) => number
const recall =
  (isOne: (urgency: string) => boolean): Statistic =>
  (cases, heard) =>
    share(cases.filter(({ meant }) => isOne(meant)).map((one) => isOne(heard(one))))
const precision =
  (isOne: (urgency: string) => boolean): Statistic =>
  (cases, heard) =>
    share(cases.filter((one) => isOne(heard(one))).map(({ meant }) => isOne(meant)))

/** What an error costs: an emergency that nobody hears of 20, one heard as less 5, any other miss 5, a false alarm 1. */
const cost: Statistic = (cases, heard) =>
  cases.reduce((sum, one) => {
    const said = heard(one)
    if (said === one.meant) return sum
    if (one.meant === 'emergency') return sum + (isGrave(said) ? 5 : 20)
    return sum + (isGrave(one.meant) && !isGrave(said) ? 5 : 1)
  }, 0) / Math.max(1, cases.length)

const isEmergency = (urgency: string): boolean => urgency === 'emergency'
const statistics: readonly (readonly [string, Statistic])[] = [
  ['recall of emergencies', recall(isEmergency)],
  ['precision of emergencies', precision(isEmergency)],
  ['recall of special and emergency', recall(isGrave)],
  ['precision of special and emergency', precision(isGrave)],
  ['cost of an error a message (less is better)', cost],
]

const rivals = [
  ['phrases alone', ({ phrases }: Case) => phrases],
  ['thirteen words', ({ bare }: Case) => bare],
] as const

const figureOf = (cases: readonly Case[], [measure, statistic]: readonly [string, Statistic]): Figure => {
  const ours = (of: readonly Case[]): number => statistic(of, ({ heard }) => heard)
  const sampled = (sample: readonly number[]): readonly Case[] => sample.flatMap((at) => cases[at] ?? [])
  return {
    measure,
    value: ours(cases),
    interval: intervalOf(cases.length, (sample) => ours(sampled(sample))),
    examples: cases.length,
    baselines: rivals.map(([name, said]) => {
      const theirs = (of: readonly Case[]): number => statistic(of, said)
      return {
        name,
        value: theirs(cases),
        difference: intervalOf(cases.length, (sample) => ours(sampled(sample)) - theirs(sampled(sample))),
      }
    }),
  }
}

type OwnCase = { readonly text: string; readonly urgency: string }
const figuresOf = (own: readonly OwnCase[]): readonly Figure[] => {
  const cases = own.map(({ text, urgency: meant }) => ({
    meant,
    heard: urgencyHeard(text)?.urgency ?? 'ordinary',
    phrases: readUrgency(text).urgency,
    bare: bareList.test(text) ? 'emergency' : 'ordinary',
  }))
  return statistics.map((one) => figureOf(cases, one))
}

export const urgency: Evaluation = {
  name: 'urgency',
  about:
    'Message → ordinary, special (12-4a) or emergency (12-4b), by phrases and, where none names it, by what was learned from lessons of the product’s own. A missed emergency costs most.',
  run: async () => [
    { dataSet: 'own cases', split: 'test half', figures: figuresOf(testCases) },
    { dataSet: 'own cases', split: 'written after the first phrases, seen since', figures: figuresOf(unseenCases) },
    { dataSet: 'own alarms', split: 'written after phrases and lessons', figures: figuresOf(alarmCases.after) },
    { dataSet: 'own alarms', split: 'written after phrases and lessons, by another hand', figures: figuresOf(alarmCases.last) },
  ],
}
