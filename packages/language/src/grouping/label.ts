import { oneSpelling } from '../reading/index.ts'

const [shortest, longest] = [2, 14]
const most = 3

/** Stretches of words between punctuation. */
const runs = /[\p{L}\p{N}]+/gu

const stretchesOf = (text: string): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [run] of oneSpelling(text).matchAll(runs)) {
    const signs = [...run]
    for (let from = 0; from < signs.length; from += 1)
      for (let length = shortest; length <= Math.min(longest, signs.length - from); length += 1)
        found.add(signs.slice(from, from + length).join(''))
  }
  return found
}

const overlaps = (one: string, other: string): boolean => {
  if (one.includes(other) || other.includes(one)) return true
  const [first, second] = [[...one], [...other]]
  const shared = (a: readonly string[], b: readonly string[]): boolean =>
    a.some((sign, at) => at > 0 && sign === b[0] && b.join('').startsWith(a.slice(at).join('')))
  return shared(first, second) || shared(second, first)
}

/**
 * What the texts of one topic share, longest and most shared first: the words that explain why they stand together. `usual` tells how usual a
 * stretch is elsewhere (0: nowhere), so that a topic is not called by what everybody says.
 */
export const sharedStretches = (texts: readonly string[], usual: (stretch: string) => number = () => 0): readonly string[] => {
  const held = new Map<string, number>()
  for (const text of texts) for (const stretch of stretchesOf(text)) held.set(stretch, (held.get(stretch) ?? 0) + 1)
  const least = Math.max(2, Math.ceil(texts.length / 2))
  const worth = (stretch: string, count: number): number => ((count * ([...stretch].length - 1)) / texts.length) * (1 - usual(stretch))
  const ranked = [...held]
    .filter(([, count]) => count >= least)
    .map(([stretch, count]) => ({ stretch, worth: worth(stretch, count) }))
    .filter(({ worth: own }) => own > 0)
    .toSorted((a, b) => b.worth - a.worth || (a.stretch < b.stretch ? -1 : 1))
  const taken: string[] = []
  for (const { stretch } of ranked) if (taken.length < most && !taken.some((one) => overlaps(one, stretch))) taken.push(stretch)
  return taken
}
