import { bestWindow, type Window } from './window.ts'
import type { Question, Weighted } from './question.ts'
import type { Heading, ReadText } from './read-text.ts'
import type { Term } from './term.ts'
import { isSingle } from './text.ts'

/** What is known of all that is searched. */
export type Statistics = {
  readonly items: number
  readonly meanSigns: number
  /** In how many of them a term stands. */
  readonly holding: (term: Term) => number
}

export type Scored = {
  readonly score: number
  /** Shares in 0..1, weighed by rarity: of the question that its headings say together, of the best heading that was asked, of the question's single signs that stand in it. */
  readonly inHeadings: number
  readonly headingAsked: number
  readonly signsSaid: number
  readonly window: Window | undefined
}

export const rarity = ({ items, holding }: Statistics, term: Term): number => {
  const held = Math.min(items, holding(term))
  return Math.log(1 + (items - held + 0.5) / (held + 0.5))
}

/** Chosen on a part of the measured data that the figures leave out; see docs/adr/0031. */
export const settings = {
  saturation: [1.2, 3],
  lengthShare: [0.75, 1],
  rarityPower: [1, 2],
  single: [0.2, 0],
  passage: [0.5, 0],
  repeated: [1, 0],
  heading: [1.2, 0.5],
  keywords: [0.2, 0.1],
} as const
/** From what suits a few words to what suits a whole message. */
const between = ([few, whole]: readonly [number, number], length: number): number => few + (whole - few) * length

export const rarityPower = ({ length }: Question): number => between(settings.rarityPower, length)

type Asked = { readonly term: Term; readonly weight: number; readonly isOther: boolean; readonly rare: number }
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole))

const weighed = ({ plain, other, typed, length }: Question, statistics: Statistics): readonly Asked[] => {
  const power = between(settings.rarityPower, length)
  const single = between(settings.single, length)
  const one = ({ term, weight }: Weighted, isOther: boolean): Asked => ({
    term,
    weight: isSingle(term) ? weight * single : weight,
    isOther,
    rare: rarity(statistics, term) ** power,
  })
  return [...plain.map((asked) => one(asked, false)), ...[...other, ...typed].map((asked) => one(asked, true))].filter(
    ({ weight }) => weight > 0,
  )
}

const massOf = (asked: readonly Asked[]): number => sum(asked.map(({ rare, weight }) => rare * Math.min(1, weight)))

/** `mass`: what of the question a heading says; `share`: how much of the heading was asked. */
type Headed = { readonly mass: number; readonly share: number; readonly worth: number }
const nothingHeaded: Headed = { mass: 0, share: 0, worth: 0 }
/** A heading that opens with what was asked is about it. */
const opens = 0.7
const inHeading = ({ terms, opening }: Heading, asked: readonly Asked[], rareOf: (term: Term) => number): Headed => {
  const here = asked.filter(({ term }) => terms.has(term))
  if (here.length === 0) return nothingHeaded
  const mass = massOf(here)
  const own = share(mass, sum([...terms].filter((term) => !/^[=~@*]/.test(term)).map(rareOf)))
  return { mass, share: own, worth: mass * (0.5 + own + (here.some(({ term }) => term === opening) ? opens : 0)) }
}
const bestOf = (headed: readonly Headed[]): Headed => headed.reduce((best, one) => (one.worth > best.worth ? one : best), nothingHeaded)

/**
 * How well a text answers a question: BM25 over pairs of signs, the best passage, and headings, of which the best counts by what it says of the
 * question and by how much of it was asked. The longer the question, the more its rare words decide.
 */
export const scoring = (question: Question, statistics: Statistics): ((text: ReadText) => Scored) => {
  const { length, particulars } = question
  const asked = weighed(question, statistics)
  const [saturation, byLength] = [between(settings.saturation, length), between(settings.lengthShare, length)]
  const raritiesOf = (terms: readonly Term[]): number => sum(terms.map((term) => rarity(statistics, term)))
  const power = between(settings.rarityPower, length)
  const known = new Map<Term, number>()
  const rareOf = (term: Term): number => {
    const rare = known.get(term) ?? rarity(statistics, term) ** power
    known.set(term, rare)
    return rare
  }
  return (text) => {
    const norm = saturation * (1 - byLength + (byLength * text.signs) / Math.max(1, statistics.meanSigns))
    const inText = asked.filter(({ term }) => text.times.has(term))
    const whole = sum(
      inText.map(({ term, weight, rare }) => {
        const times = text.times.get(term) ?? 0
        return (weight * rare * times * (saturation + 1)) / (times + norm)
      }),
    )
    const window = bestWindow(text, inText, question.stretches)
    const titled = bestOf(text.titles.map((heading) => inHeading(heading, asked, rareOf)))
    const keyed = text.keywords.map((heading) => inHeading(heading, asked, rareOf))
    const headings = [...text.titles, ...text.keywords]
    return {
      score:
        whole +
        between(settings.passage, length) * (window?.score ?? 0) +
        between(settings.repeated, length) * (window?.repeated ?? 0) +
        between(settings.heading, length) * titled.worth +
        between(settings.keywords, length) * sum(keyed.map((one) => one.mass * one.share)),
      inHeadings: share(
        massOf(asked.filter(({ term }) => headings.some(({ terms }) => terms.has(term)))),
        massOf(asked.filter(({ isOther }) => !isOther)),
      ),
      headingAsked: bestOf([titled, ...keyed]).share,
      signsSaid:
        particulars.length === 0 ? 1 : share(raritiesOf(particulars.filter((term) => text.times.has(term))), raritiesOf(particulars)),
      window,
    }
  }
}

/**
 * How sure it is that the text answers the question, in 0..1: a logistic curve fitted to the questions in eval/own of which every second one is
 * left out (docs/adr/0031). Pairs that no item has are mostly no words, and tell nothing against it; a sign that this text lacks does.
 */
export const confidenceOf = (
  { score, inHeadings, headingAsked, signsSaid }: Scored,
  { plain }: Question,
  statistics: Statistics,
): number => {
  const strength = Math.log(1 + score / (2 * Math.log(2 + statistics.items)))
  const pairs = plain.filter(({ term }) => !isSingle(term))
  const unheard = share(pairs.filter(({ term }) => statistics.holding(term) === 0).length, pairs.length)
  return 1 / (1 + Math.exp(5.6 - 0.6 * inHeadings - 0.8 * headingAsked - 1.5 * strength - 4 * signsSaid - 1.5 * unheard))
}
