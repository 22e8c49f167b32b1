import { join } from 'node:path'
import { subjectsMeant } from '@open12345/domain/intake'
import { learn, read } from '@open12345/language/learning'
import { rankUnits } from '../server/src/modules/learning/index.ts'
import { readPrefecture } from '../server/src/modules/organisation/index.ts'
import { chanceFrom, fill, templates } from '../server/src/modules/simulation/index.ts'
import type { Evaluation, Outcome } from './evaluation.ts'
import { testCases, type Case } from './own/cases.ts'
import { rankingFigure, recallAt, reciprocalRank, type Places } from './ranking.ts'
import { tellingFigures } from './telling.ts'

const day = Temporal.PlainDate.from('2026-03-02')

type Catalogue = (subject: string, county: string | null) => string | undefined

/** 11-2: the county's unit where the catalogue names one, else the prefecture's. */
const catalogueOf = (): Catalogue => {
  const folder = readPrefecture(join(import.meta.dirname, '..', 'prefectures', 'liangshan'), day)
  if (!folder.ok) throw new Error('The folder of Liangshan is not sound.')
  const { responsibilities } = folder.value.organisation
  return (subject, county) => {
    const own = responsibilities.filter((one) => one.subject === subject)
    return (own.find(({ place }) => place === county) ?? own.find(({ place }) => place.endsWith('00')))?.unit
  }
}

const times = 6
const counties = ['513401', '513402', '513423', '513424', '513431', '513433']

/** What the simulated month's people say, each sentence of theirs several times over with other names in it, and where the catalogue sends it. */
const lessonsOf = (catalogue: Catalogue) => {
  const chance = chanceFrom(1)
  return templates
    .filter(([kind]) => kind !== 'report')
    .flatMap(([, subject, sentence]) =>
      Array.from({ length: times }, (_, at) => ({
        text: fill(chance, sentence),
        subject,
        unit: catalogue(subject, counties[at % counties.length] ?? null) ?? '',
        group: sentence,
      })),
    )
}

type Ranked = readonly { readonly value: string; readonly confidence: number }[]

const placesOf = (cases: readonly Case[], rank: (one: Case) => Ranked): Places =>
  cases.map((one) => {
    const at = rank(one).findIndex(({ value }) => value === one.unit)
    return at < 0 ? undefined : at + 1
  })

const byCatalogue = (catalogue: Catalogue, subjects: Ranked, county: string | null) =>
  subjects.flatMap(({ value, confidence }) => {
    const unit = catalogue(value, county)
    return unit === undefined ? [] : [{ value: unit, confidence, reasons: [] }]
  })

const measure = (): readonly Outcome[] => {
  const catalogue = catalogueOf()
  const lessons = lessonsOf(catalogue)
  const subjects = learn(lessons.map(({ text, subject, group }) => ({ text, label: subject, group })))
  const units = learn(lessons.map(({ text, unit, group }) => ({ text, label: unit, group })))
  const asRanked = (answers: ReturnType<typeof read>) => answers.map(({ label, ...scored }) => ({ value: label, ...scored }))
  const cases = testCases.filter(({ scope }) => scope === 'in')
  const bySubject = placesOf(cases, ({ text, county }) => rankUnits(byCatalogue(catalogue, asRanked(read(subjects, text, 5)), county), []))
  const ours = placesOf(cases, ({ text, county }) =>
    rankUnits(byCatalogue(catalogue, asRanked(read(subjects, text, 5)), county), asRanked(read(units, text, 5))),
  )
  const rules = placesOf(cases, ({ text, county }) => rankUnits(byCatalogue(catalogue, subjectsMeant(text), county), []))
  const rivals = [
    { name: 'rules alone', places: rules },
    { name: 'model of subjects and the catalogue', places: bySubject },
  ]
  return [
    {
      dataSet: 'own cases within scope; learned from the sentences of the simulated month',
      split: 'test half, unit',
      figures: [recallAt(1), recallAt(3), reciprocalRank].map((one) => rankingFigure(one, ours, rivals, [])),
    },
    {
      dataSet: 'own cases within scope; learned from the sentences of the simulated month',
      split: 'test half, subject',
      figures: tellingFigures(
        cases.map(({ subject }) => subject),
        cases.map(({ text }) => read(subjects, text, 1)[0]?.label),
        [{ name: 'rules alone', said: cases.map(({ text }) => subjectsMeant(text)[0]?.value) }],
      ),
    },
  ]
}

export const units: Evaluation = {
  name: 'units',
  about: 'Message and county → the unit that answers, by the catalogue of responsibilities and what was learned.',
  run: async () => measure(),
}
