import { join } from 'node:path'
import { kindsMeant, subjectsMeant, type Scored } from '@open12345/domain/intake'
import { learn, read } from '@open12345/language/learning'
import { rankUnits, spokenBy } from '../server/src/modules/learning/index.ts'
import { readPrefecture } from '../server/src/modules/organisation/index.ts'
import { chanceFrom, fill, templates } from '../server/src/modules/simulation/index.ts'
import type { Evaluation, Outcome } from './evaluation.ts'
import { testCases, type Case } from './own/cases.ts'
import { rankingFigure, recallAt, reciprocalRank, type Places } from './ranking.ts'
import { tellingFigures } from './telling.ts'

const day = Temporal.PlainDate.from('2026-03-02')

type Prefecture = {
  /** 11-2: the county's unit where the catalogue names one, else the prefecture's. */
  readonly unitFor: (subject: string, county: string | null) => string | undefined
  readonly nameOf: (county: string | null) => string
  readonly counties: readonly string[]
}

const prefectureOf = (): Prefecture => {
  const folder = readPrefecture(join(import.meta.dirname, '..', 'prefectures', 'liangshan'), day)
  if (!folder.ok) throw new Error('The folder of Liangshan is not sound.')
  const { responsibilities, places } = folder.value.organisation
  return {
    unitFor: (subject, county) => {
      const own = responsibilities.filter((one) => one.subject === subject)
      return (own.find(({ place }) => place === county) ?? own.find(({ place }) => place.endsWith('00')))?.unit
    },
    nameOf: (county) => places.find(({ code }) => code === county)?.name ?? '',
    counties: places.filter(({ level, replacedBy }) => level === 'county' && replacedBy === null).map(({ code }) => code),
  }
}

const times = 6

/** What the simulated month's people say, each sentence of theirs several times over with other names in it, and where the catalogue sends it. */
const lessonsOf = ({ unitFor, nameOf, counties }: Prefecture) => {
  const chance = chanceFrom(1)
  return templates
    .filter(([kind]) => kind !== 'report')
    .flatMap(([kind, subject, sentence]) =>
      Array.from({ length: times }, () => {
        const county = chance.pick(counties)
        const unit = unitFor(subject, county) ?? ''
        return { text: fill(chance, sentence, nameOf(county)), where: nameOf(county), kind, subject, unit, group: sentence }
      }),
    )
}

const placesOf = (cases: readonly Case[], rank: (one: Case) => readonly Scored[]): Places =>
  cases.map((one) => {
    const at = rank(one).findIndex(({ value }) => value === one.unit)
    return at < 0 ? undefined : at + 1
  })

const dataSet = 'own cases within scope, learned from the sentences of the simulated month'

const unitsOf = ({ unitFor, nameOf }: Prefecture, lessons: ReturnType<typeof lessonsOf>, cases: readonly Case[]): Outcome => {
  const subjects = learn(lessons.map(({ text, subject, group }) => ({ text, label: subject, group })))
  const units = learn(lessons.map(({ text, where, unit, group }) => ({ text: `${text}\n${where}`, label: unit, group })))
  const catalogue = (heard: readonly Scored[], county: string | null): readonly Scored[] =>
    heard.flatMap((one) => {
      const unit = unitFor(one.value, county)
      return unit === undefined ? [] : [{ ...one, value: unit }]
    })
  const heard = ({ text, county }: Case) => catalogue(spokenBy('subject', subjects, text, ''), county)
  const ours = placesOf(cases, (one) => rankUnits(heard(one), spokenBy('unit', units, one.text, nameOf(one.county))))
  const rivals = [
    { name: 'rules and catalogue', places: placesOf(cases, ({ text, county }) => rankUnits(catalogue(subjectsMeant(text), county), [])) },
    { name: 'rules, model of subjects and catalogue', places: placesOf(cases, (one) => rankUnits(heard(one), [])) },
  ]
  const figures = [recallAt(1), recallAt(3), reciprocalRank].map((one) => rankingFigure(one, ours, rivals, []))
  return { dataSet, split: 'test half, unit', figures }
}

type Tells = 'kind' | 'subject'
const toldOf = (tells: Tells, lessons: ReturnType<typeof lessonsOf>, cases: readonly Case[]): Outcome => {
  const model = learn(lessons.map(({ text, group, ...labels }) => ({ text, label: labels[tells], group })))
  const rules = { kind: kindsMeant, subject: subjectsMeant }[tells]
  const figures = tellingFigures(
    cases.map((one) => one[tells]),
    cases.map(({ text }) => spokenBy(tells, model, text, '')[0]?.value),
    [
      { name: 'rules alone', said: cases.map(({ text }) => rules(text)[0]?.value) },
      { name: 'model alone', said: cases.map(({ text }) => read(model, text, 1)[0]?.label) },
    ],
  )
  return { dataSet, split: `test half, ${tells}`, figures }
}

export const units: Evaluation = {
  name: 'units',
  about:
    'Message and county → the unit that answers, by the catalogue of responsibilities and what was learned; and kind and subject by themselves.',
  run: async () => {
    const prefecture = prefectureOf()
    const lessons = lessonsOf(prefecture)
    const cases = testCases.filter(({ scope }) => scope === 'in')
    return [
      unitsOf(prefecture, lessons, cases),
      toldOf('subject', lessons, cases),
      toldOf(
        'kind',
        lessons,
        cases.filter(({ kind }) => kind !== 'report'),
      ),
    ]
  },
}
