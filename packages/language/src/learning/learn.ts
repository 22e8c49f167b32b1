import { chanceFrom, shuffle } from './chance.ts'
import { countsOf, featuresOf, vectorOf, type Counts, type Features } from './features.ts'
import { score, separate, type Weights } from './machine.ts'
import { confidencesOf, type Model } from './model.ts'

export type Example = {
  readonly text: string
  readonly label: string
  /** Examples that belong together are learned from together, or held back together. */
  readonly group?: string
  /** How much it counts; 1 where it is not said. */
  readonly worth?: number
}

const folds = 3
const seed = 12_345

/** The fold of each example: equal ones for a group. */
const foldsOf = (examples: readonly Example[]): readonly number[] => {
  const groups = [...new Set(examples.map(({ group }, index) => group ?? index))]
  const order = Uint32Array.from(groups, (_, index) => index)
  shuffle(order, chanceFrom(seed))
  const foldOf = new Map(Array.from(order, (group, place) => [groups[group], place % folds]))
  return examples.map(({ group }, index) => foldOf.get(group ?? index) ?? 0)
}

type Machine = { readonly features: Features; readonly weights: Weights }

/** What is read of the examples before anything is learned. */
type Read = {
  readonly counts: readonly Counts[]
  readonly truth: readonly number[]
  readonly worth: readonly number[]
  readonly labels: number
}

const taught = ({ counts, truth, worth, labels }: Read): Machine => {
  const features = featuresOf(counts, truth, labels)
  const vectors = counts.map((one) => vectorOf(one, features))
  return { features, weights: separate({ vectors, truth, worth, labels, features: features.buckets.length }) }
}

const part = ({ counts, truth, worth, labels }: Read, isIn: (index: number) => boolean): Read => ({
  counts: counts.filter((_, index) => isIn(index)),
  truth: truth.filter((_, index) => isIn(index)),
  worth: worth.filter((_, index) => isIn(index)),
  labels,
})

/** What each example scores with a machine that has not learned from it. */
const scoresUnseen = (all: Read, foldOf: readonly number[]): readonly Float64Array[] => {
  const machines = Array.from({ length: folds }, (_, fold) => taught(part(all, (index) => foldOf[index] !== fold)))
  return all.counts.map((counts, index) => {
    const scores = new Float64Array(all.labels)
    const machine = machines[foldOf[index] ?? 0]
    if (machine !== undefined) score(machine.weights, vectorOf(counts, machine.features), scores)
    return scores
  })
}

const temperatures = Array.from({ length: 40 }, (_, step) => 0.02 * 1.15 ** step)

/** https://arxiv.org/abs/1706.04599, with which what came true was the least surprising. */
const temperatureOf = (scores: readonly Float64Array[], truth: readonly number[]): number => {
  const surprise = (temperature: number): number =>
    scores.reduce((sum, one, index) => sum - Math.log(Math.max(1e-12, confidencesOf(one, temperature)[truth[index] ?? 0] ?? 0)), 0)
  const surprises = temperatures.map(surprise)
  return temperatures[surprises.indexOf(Math.min(...surprises))] ?? 1
}

const finest = 127

/** Rounded to what is kept, so that what is in memory and what was read back say the same. */
const rounded = (weights: Weights, labels: number): Pick<Model, 'steps' | 'scales' | 'biases'> => {
  const biases = weights.subarray(weights.length - labels)
  const own = weights.subarray(0, weights.length - labels)
  const scales = new Float32Array(labels)
  for (let index = 0; index < own.length; index++)
    scales[index % labels] = Math.max(scales[index % labels] ?? 0, Math.abs(own[index] ?? 0) / finest)
  const steps = Int8Array.from(own, (weight, index) => Math.round(weight / (scales[index % labels] || 1)))
  return { steps, scales, biases: Float32Array.from(biases) }
}

/** Learns to tell the labels of the examples apart. The same examples in the same order teach the same, to the byte. */
export const learn = (examples: readonly Example[]): Model => {
  const labels = [...new Set(examples.map(({ label }) => label))].toSorted()
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const all: Read = {
    counts: examples.map(({ text }) => countsOf(text)),
    truth: examples.map(({ label }) => numbers.get(label) ?? 0),
    worth: examples.map(({ worth }) => worth ?? 1),
    labels: labels.length,
  }
  const temperature = temperatureOf(scoresUnseen(all, foldsOf(examples)), all.truth)
  const { features, weights } = taught(all)
  return { labels, features, ...rounded(weights, labels.length), temperature }
}
