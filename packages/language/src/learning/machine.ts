import { chanceFrom, shuffle } from './chance.ts'
import type { Vector } from './features.ts'

/** What a machine learns from: texts as vectors, the number of each one's label, and how much each counts. */
export type Lesson = {
  readonly vectors: readonly Vector[]
  readonly truth: readonly number[]
  readonly worth: readonly number[]
  readonly labels: number
  readonly features: number
}

/** A row for each feature with a weight for each label; the last row holds the biases. */
export type Weights = Float64Array

/** Into `scores`, what the text scores for each label. */
export const score = (weights: Weights, { at, weight }: Vector, scores: Float64Array): void => {
  const labels = scores.length
  scores.set(weights.subarray(weights.length - labels))
  for (let index = 0; index < at.length; index++) {
    const row = (at[index] ?? 0) * labels
    const share = weight[index] ?? 0
    for (let label = 0; label < labels; label++) scores[label] = (scores[label] ?? 0) + share * (weights[row + label] ?? 0)
  }
}

const move = (weights: Weights, { at, weight }: Vector, steps: Float64Array): void => {
  const labels = steps.length
  const biases = weights.length - labels
  for (let label = 0; label < labels; label++) weights[biases + label] = (weights[biases + label] ?? 0) + (steps[label] ?? 0)
  for (let index = 0; index < at.length; index++) {
    const row = (at[index] ?? 0) * labels
    const share = weight[index] ?? 0
    for (let label = 0; label < labels; label++) weights[row + label] = (weights[row + label] ?? 0) + share * (steps[label] ?? 0)
  }
}

const seed = 12_345
const mostRounds = 10
const closeEnough = 0.1
/** How much an error costs; larger fits the examples closer. */
const cost = 1

/**
 * For each label a linear support vector machine against all others, with squared hinge loss, by dual coordinate descent: all labels side by side, so
 * that a text is walked through once for all of them.
 * https://www.csie.ntu.edu.tw/~cjlin/papers/cddual.pdf, algorithm 1; a vector is of length 1, and the bias adds 1.
 */
export const separate = ({ vectors, truth, worth, labels, features }: Lesson): Weights => {
  const weights = new Float64Array((features + 1) * labels)
  const pulls = new Float64Array(vectors.length * labels)
  const order = Uint32Array.from(vectors, (_, index) => index)
  const [scores, steps] = [new Float64Array(labels), new Float64Array(labels)]
  const chance = chanceFrom(seed)

  /** Answers how far the example was from what it should be; `steps` is how far each label has to move. */
  const lookAt = (index: number, vector: Vector): number => {
    score(weights, vector, scores)
    const slack = 1 / (2 * cost * (worth[index] ?? 1))
    const [norm, own] = [vector.at.length === 0 ? 1 : 2, index * labels]
    let worst = 0
    for (let label = 0; label < labels; label++) {
      const side = truth[index] === label ? 1 : -1
      const before = pulls[own + label] ?? 0
      const slope = side * (scores[label] ?? 0) - 1 + slack * before
      const after = Math.max(before - slope / (norm + slack), 0)
      pulls[own + label] = after
      steps[label] = (after - before) * side
      worst = Math.max(worst, Math.abs(before === 0 ? Math.min(slope, 0) : slope))
    }
    return worst
  }

  for (let round = 0, worst = Infinity; round < mostRounds && worst > closeEnough; round++) {
    worst = 0
    shuffle(order, chance)
    for (const index of order) {
      const vector = vectors[index]
      if (vector === undefined) continue
      worst = Math.max(worst, lookAt(index, vector))
      if (steps.some((step) => step !== 0)) move(weights, vector, steps)
    }
  }
  return weights
}
