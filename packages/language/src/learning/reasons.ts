import { oneSpelling } from '../reading/index.ts'
import { bucketOf, gramsOf, type Vector } from './features.ts'
import type { Model } from './model.ts'

const most = 3
const shortest = 2
const longest = 12

/** What each bucket of the text speaks for the label, beyond what it speaks for the labels on the whole. */
const contributions = ({ labels, features, steps, scales }: Model, { at, weight }: Vector, label: number): ReadonlyMap<number, number> =>
  new Map(
    Array.from(at, (place, index) => {
      const row = place * labels.length
      const all = labels.reduce((sum, _, other) => sum + (steps[row + other] ?? 0) * (scales[other] ?? 0), 0)
      const own = (steps[row + label] ?? 0) * (scales[label] ?? 0)
      return [features.buckets[place] ?? 0, (weight[index] ?? 0) * (own - all / labels.length)]
    }),
  )

/** What is said for the label at each place of the text: a gram's part lies evenly on its signs. */
const voiceOf = (text: string, spoken: ReadonlyMap<number, number>): Float64Array => {
  const voice = new Float64Array(text.length)
  for (const gram of new Set(gramsOf(text))) {
    const share = (spoken.get(bucketOf(gram)) ?? 0) / gram.length
    if (share === 0) continue
    for (let start = text.indexOf(gram); start >= 0; start = text.indexOf(gram, start + 1))
      for (let at = start; at < start + gram.length; at++) voice[at] = (voice[at] ?? 0) + share
  }
  return voice
}

/** The stretches of the text, in one spelling, that spoke loudest for a label; the loudest first. */
export const reasonsFor = (model: Model, vector: Vector, label: number, said: string): readonly string[] => {
  const text = oneSpelling(said)
  const voice = voiceOf(text, contributions(model, vector, label))
  const heard = voice.filter((one) => one > 0)
  const loud = heard.reduce((sum, one) => sum + one, 0) / Math.max(1, heard.length)
  const found = new Map<string, number>()
  for (let start = 0; start < text.length; start++) {
    let end = start
    let sum = 0
    while (end < text.length && end - start < longest && (voice[end] ?? 0) >= loud && loud > 0) sum += voice[end++] ?? 0
    if (end - start >= shortest) found.set(text.slice(start, end), Math.max(sum, found.get(text.slice(start, end)) ?? 0))
    start = Math.max(start, end)
  }
  return [...found]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([stretch]) => stretch)
}
