import type { ConflictView } from '@open12345/contract/knowledge'
import { alikenessOf, pairsOf } from './asked-words.ts'
import { figuresIn } from './conflict-figures.ts'

/** A version that is told, as far as it can contradict another. */
export type Telling = {
  readonly itemId: string
  readonly version: number
  readonly title: string
  readonly variants: readonly string[]
  readonly body: string
  readonly region: string | null
  readonly validFrom: string
  readonly validTo: string | null
}
type Differing = ConflictView['differing']
export type Contradiction = { readonly differing: Differing }

/** Two ways of asking of which this much is the same are one question. */
const sameQuestion = 0.7
/** Near enough for figures that differ to be looked at. */
const nearQuestion = 0.5
/** Two answers of which this much is the same, and whose figures agree, say the same. */
const sameAnswer = 0.5

type Read = Telling & {
  readonly asks: readonly ReadonlySet<string>[]
  readonly answer: ReadonlySet<string>
  readonly figures: ReadonlyMap<Differing[number]['kind'], ReadonlySet<string>>
}

const figuresOf = (body: string): Read['figures'] => {
  const found = new Map<Differing[number]['kind'], Set<string>>()
  for (const { kind, value } of figuresIn(body)) found.set(kind, (found.get(kind) ?? new Set()).add(value))
  return found
}

const readOf = (telling: Telling): Read => ({
  ...telling,
  asks: [telling.title, ...telling.variants].map(pairsOf),
  answer: pairsOf(telling.body),
  figures: figuresOf(telling.body),
})

const overlaps = (one: Telling, other: Telling): boolean => {
  const inTime = (one.validTo ?? '9999') >= other.validFrom && (other.validTo ?? '9999') >= one.validFrom
  const [here, there] = [one.region ?? '', other.region ?? '']
  return inTime && (here.startsWith(there) || there.startsWith(here))
}

/** Figures of one kind that both name, and have none in common. */
const differingIn = (one: Read, other: Read): Differing =>
  [...one.figures].flatMap(([kind, ours]) => {
    const theirs = other.figures.get(kind)
    return theirs === undefined || ours.intersection(theirs).size > 0
      ? []
      : [{ kind, one: [...ours].slice(0, 5), other: [...theirs].slice(0, 5) }]
  })

const nearness = (one: Read, other: Read): number =>
  Math.max(...one.asks.flatMap((ask) => other.asks.map((another) => alikenessOf(ask, another))))

const contradictionOf = (one: Read, other: Read): Contradiction | undefined => {
  if (one.itemId === other.itemId || !overlaps(one, other)) return undefined
  const near = nearness(one, other)
  if (near < nearQuestion) return undefined
  const differing = differingIn(one, other)
  if (differing.length > 0) return { differing }
  return near >= sameQuestion && alikenessOf(one.answer, other.answer) < sameAnswer ? { differing } : undefined
}

/** 第十七条 查漏纠错: whether two items answer one question differently. Either the same question, or a near one whose figures disagree. @clause 17a */
export const contradiction = (one: Telling, other: Telling): Contradiction | undefined => contradictionOf(readOf(one), readOf(other))

/** Items that share a pair of signs in some way of asking; only they can be near. */
const neighbours = (all: readonly Read[]): ReadonlyMap<string, readonly number[]> => {
  const at = new Map<string, number[]>()
  for (const [index, { asks }] of all.entries())
    for (const pair of new Set(asks.flatMap((ask) => [...ask]))) at.set(pair, [...(at.get(pair) ?? []), index])
  return at
}

/** Every two of a base, the one with the smaller id first; with `itemId`, those that this item is one of. */
export const contradictions = (base: readonly Telling[], itemId?: string): readonly (readonly [one: Telling, other: Telling])[] => {
  const all = base.map(readOf).toSorted((one, other) => (one.itemId < other.itemId ? -1 : 1))
  const near = neighbours(all)
  const isMeant = (one: Telling, other: Telling) => itemId === undefined || one.itemId === itemId || other.itemId === itemId
  return all.flatMap((one, index) => {
    const beside = new Set(one.asks.flatMap((ask) => [...ask].flatMap((pair) => near.get(pair) ?? [])))
    return [...beside].flatMap((at) => {
      const other = all[at]
      return at > index && other !== undefined && isMeant(one, other) && contradictionOf(one, other) !== undefined
        ? [[one, other] as const]
        : []
    })
  })
}
