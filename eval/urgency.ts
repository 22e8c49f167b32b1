import { readUrgency } from '@open12345/domain/intake'
import type { Evaluation, Figure } from './evaluation.ts'
import { intervalOf } from './interval.ts'
import { alarmCases } from './own/alarms.ts'
import { testCases, unseenCases } from './own/cases.ts'

type Case = { readonly meant: string; readonly heard: string; readonly bare: string }

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

const figureOf = (cases: readonly Case[], [measure, statistic]: readonly [string, Statistic]): Figure => {
  const ours = (of: readonly Case[]): number => statistic(of, ({ heard }) => heard)
  const theirs = (of: readonly Case[]): number => statistic(of, ({ bare }) => bare)
  const sampled = (sample: readonly number[]): readonly Case[] => sample.flatMap((at) => cases[at] ?? [])
  return {
    measure,
    value: ours(cases),
    interval: intervalOf(cases.length, (sample) => ours(sampled(sample))),
    examples: cases.length,
    baselines: [
      {
        name: 'thirteen words',
        value: theirs(cases),
        difference: intervalOf(cases.length, (sample) => ours(sampled(sample)) - theirs(sampled(sample))),
      },
    ],
  }
}

type OwnCase = { readonly text: string; readonly urgency: string }
const figuresOf = (own: readonly OwnCase[]): readonly Figure[] => {
  const cases = own.map(({ text, urgency: meant }) => ({
    meant,
    heard: readUrgency(text).urgency,
    bare: bareList.test(text) ? 'emergency' : 'ordinary',
  }))
  return statistics.map((one) => figureOf(cases, one))
}

export const urgency: Evaluation = {
  name: 'urgency',
  about: 'Message → ordinary, special (12-4a) or emergency (12-4b), by the rules alone. A missed emergency costs most.',
  run: async () => [
    { dataSet: 'own cases', split: 'test half', figures: figuresOf(testCases) },
    { dataSet: 'own cases', split: 'written after the first rules', figures: figuresOf(unseenCases) },
    { dataSet: 'own alarms', split: 'dev, which the rules were made with', figures: figuresOf(alarmCases.dev) },
    { dataSet: 'own alarms', split: 'test, written before the rules', figures: figuresOf(alarmCases.test) },
    { dataSet: 'own alarms', split: 'written after the rules', figures: figuresOf(alarmCases.after) },
  ],
}
