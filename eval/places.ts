import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gazetteer, placesIn, type KnownPlace } from '@open12345/domain/place'
import type { Evaluation, Figure, Outcome } from './evaluation.ts'
import { intervalOf, mean, meanWithInterval } from './interval.ts'
import { placesFresh, placesSeen, type PlaceCase } from './own/places.ts'

const levels = ['prefecture', 'county', 'township'] as const

/** The catalogue of the prefecture that is shipped. */
const catalogue = (): readonly KnownPlace[] =>
  readFileSync(join(import.meta.dirname, '..', 'prefectures', 'liangshan', 'places.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const [code = '', parent = '', name = '', level = '', replaced = '', , until = ''] = line.split(',')
      return levels.flatMap((one): KnownPlace[] =>
        one === level
          ? [{ code, parentCode: parent || null, name, level: one, replacedBy: replaced || null, isInForce: until === '' }]
          : [],
      )
    })

type Read = (words: string) => readonly string[]

const reader = (places: readonly KnownPlace[]): Read => {
  const known = gazetteer(places)
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const nameOf = (code: string | null): string => (code === null ? '' : (names.get(code) ?? code))
  return (words) => placesIn(words, known).map(({ county, township }) => `${nameOf(county)} ${nameOf(township)}`.trim())
}

/** The rival: whatever whole name of the catalogue stands in the words. */
const wholeNames = (places: readonly KnownPlace[]): Read => {
  const nameOf = new Map(places.map(({ code, name }) => [code, name]))
  return (words) => {
    const named = places.filter(({ level, name, isInForce }) => isInForce && level !== 'prefecture' && words.includes(name))
    const townships = named.filter(({ level }) => level === 'township')
    return townships.length > 0
      ? townships.map(({ parentCode, name }) => `${nameOf.get(parentCode ?? '') ?? ''} ${name}`)
      : named.map(({ name }) => name)
  }
}

type Right = (read: readonly string[], meant: readonly string[]) => boolean
const isFirst: Right = ([first], meant) => (first === undefined ? meant.length === 0 : meant.includes(first))
const isExact: Right = (read, meant) => read.length === meant.length && meant.every((place) => read.includes(place))

const figureOf = (measure: string, isRight: Right, cases: readonly PlaceCase[], ours: Read, rival: Read): Figure => {
  const [own, theirs] = [ours, rival].map((read) => cases.map(({ words, meant }) => Number(isRight(read(words), meant))))
  const differences = cases.map((_, at) => (own?.[at] ?? 0) - (theirs?.[at] ?? 0))
  return {
    measure,
    ...meanWithInterval(own ?? []),
    examples: cases.length,
    baselines: [
      {
        name: 'whole names of the catalogue',
        value: mean(theirs ?? []),
        difference: intervalOf(differences.length, (sample) => mean(sample.map((at) => differences[at] ?? 0))),
      },
    ],
  }
}

export const places: Evaluation = {
  name: 'places',
  about: 'Message → county and township of the matter; none where none is named, each where several have the name.',
  run: async () => {
    const known = catalogue()
    const [ours, rival] = [reader(known), wholeNames(known)]
    const outcomeOf = (split: string, cases: readonly PlaceCase[]): Outcome => ({
      dataSet: 'eval/own/places.ts',
      split,
      figures: [
        figureOf('first is right', isFirst, cases, ours, rival),
        figureOf('all and only the right ones', isExact, cases, ours, rival),
      ],
    })
    return [outcomeOf('fresh: written when the reader was finished', placesFresh), outcomeOf('looked at while it was written', placesSeen)]
  },
}
