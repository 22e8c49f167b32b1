import { countsOf, vectorOf, type Features, type Vector } from './features.ts'
import { reasonsFor } from './reasons.ts'

/** What was learned: numbers of buckets and weights, and the labels; no word of any example. */
export type Model = {
  readonly labels: readonly string[]
  readonly features: Features
  /** A row for each feature with a step for each label; times the label's scale it is the weight. */
  readonly steps: Int8Array
  readonly scales: Float32Array
  readonly biases: Float32Array
  /** Divides the scores before they are turned into confidence. */
  readonly temperature: number
}

/** `confidence` is how often such an answer was right on examples that had not been learned from. */
export type Answer = { readonly label: string; readonly confidence: number; readonly reasons: readonly string[] }

/** Into `scores`, what the text scores for each label. */
const score = ({ labels, steps, scales, biases }: Model, { at, weight }: Vector): Float64Array => {
  const sums = new Float64Array(labels.length)
  for (let index = 0; index < at.length; index++) {
    const row = (at[index] ?? 0) * labels.length
    const share = weight[index] ?? 0
    for (let label = 0; label < sums.length; label++) sums[label] = (sums[label] ?? 0) + share * (steps[row + label] ?? 0)
  }
  return sums.map((sum, label) => sum * (scales[label] ?? 0) + (biases[label] ?? 0))
}

/** Shares that sum up to 1. */
export const confidencesOf = (scores: Float64Array, temperature: number): Float64Array => {
  const highest = Math.max(...scores)
  const raised = scores.map((one) => Math.exp((one - highest) / temperature))
  const all = raised.reduce((sum, one) => sum + one, 0)
  return raised.map((one) => one / all)
}

/** The most likely labels, the likeliest first, with the stretches of the text that spoke for each. */
export const read = (model: Model, text: string, most: number): readonly Answer[] => {
  const vector = vectorOf(countsOf(text), model.features)
  const confidences = confidencesOf(score(model, vector), model.temperature)
  return [...confidences.entries()]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([label, confidence]) => ({
      label: model.labels[label] ?? '',
      confidence,
      reasons: reasonsFor(model, vector, label, text),
    }))
}
