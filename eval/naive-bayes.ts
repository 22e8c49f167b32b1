import { grams } from '@open12345/language/reading'

type Labelled = { readonly text: string; readonly label: string }

/** Multinomial naive Bayes over character pairs: the plainest way of telling labels apart that works at all. */
export const naiveBayes = (examples: readonly Labelled[]): ((text: string) => string) => {
  const pairsOf = (text: string): readonly string[] => grams(text, 2, 2)
  const labels = [...Map.groupBy(examples, ({ label }) => label)].map(([label, own]) => {
    const times = new Map<string, number>()
    for (const pair of own.flatMap(({ text }) => pairsOf(text))) times.set(pair, (times.get(pair) ?? 0) + 1)
    const all = times.values().reduce((sum, one) => sum + one, 0)
    return { label, prior: Math.log(own.length / examples.length), times, all }
  })
  const known = new Set(labels.flatMap(({ times }) => [...times.keys()])).size
  return (text) => {
    const pairs = pairsOf(text)
    const scored = labels.map(({ label, prior, times, all }) => ({
      label,
      score: pairs.reduce((sum, pair) => sum + Math.log(((times.get(pair) ?? 0) + 1) / (all + known)), prior),
    }))
    return scored.reduce((best, one) => (one.score > best.score ? one : best)).label
  }
}
