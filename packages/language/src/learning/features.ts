import { grams } from '../reading/index.ts'

const bits = 20
const longestGram = 4

/** FNV-1a with a last mixing. What is kept of words are these numbers; many grams share one, and none can be read back. */
export const bucketOf = (gram: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> (32 - bits)
}

export const gramsOf = (text: string): readonly string[] => grams(text, 1, longestGram)

/** Buckets in ascending order and how often each is hit. */
export type Counts = { readonly buckets: Uint32Array; readonly times: Uint32Array }

export const countsOf = (text: string): Counts => {
  const all = Uint32Array.from(gramsOf(text), bucketOf).toSorted()
  const buckets: number[] = []
  const times: number[] = []
  for (const bucket of all) {
    if (buckets.at(-1) === bucket) times[times.length - 1] = (times.at(-1) ?? 0) + 1
    else {
      buckets.push(bucket)
      times.push(1)
    }
  }
  return { buckets: Uint32Array.from(buckets), times: Uint32Array.from(times) }
}

/** Which buckets count, ascending, and how much each one tells. */
export type Features = { readonly buckets: Uint32Array; readonly telling: Float32Array }

/** A text as the model sees it: places in `Features`, and weights whose squares sum up to 1. */
export type Vector = { readonly at: Uint32Array; readonly weight: Float32Array }

/** What fewer than two examples share is left out: it would tell one person's words, and teaches nothing. */
const fewest = 2

const rarities = (examples: readonly Counts[]): Features => {
  const inHowMany = new Uint32Array(1 << bits)
  for (const { buckets } of examples) for (const bucket of buckets) inHowMany[bucket] = (inHowMany[bucket] ?? 0) + 1
  const buckets: number[] = []
  for (let bucket = 0; bucket < inHowMany.length; bucket++) if ((inHowMany[bucket] ?? 0) >= fewest) buckets.push(bucket)
  const rarity = buckets.map((bucket) => 1 + Math.log((1 + examples.length) / (1 + (inHowMany[bucket] ?? 0))))
  return { buckets: Uint32Array.from(buckets), telling: Float32Array.from(rarity) }
}

const smoothing = 0.2

/** How unevenly each feature lies on the labels: the largest logarithm of its share in one against its share in all others. */
const unevenness = (vectors: readonly Vector[], truth: readonly number[], labels: number, features: number): Float32Array => {
  const inLabel = new Float64Array(features * labels)
  const inAll = new Float64Array(features)
  const ofLabel = new Float64Array(labels)
  for (const [index, { at, weight }] of vectors.entries()) {
    const label = truth[index] ?? 0
    for (const [place, feature] of at.entries()) {
      const share = weight[place] ?? 0
      inLabel[feature * labels + label] = (inLabel[feature * labels + label] ?? 0) + share
      inAll[feature] = (inAll[feature] ?? 0) + share
      ofLabel[label] = (ofLabel[label] ?? 0) + share
    }
  }
  const all = ofLabel.reduce((sum, one) => sum + one, 0)
  return Float32Array.from(inAll, (both, feature) => {
    let most = 0
    for (let label = 0; label < labels; label++) {
      const own = inLabel[feature * labels + label] ?? 0
      const ownShare = (own + smoothing) / ((ofLabel[label] ?? 0) + smoothing * features)
      const otherShare = (both - own + smoothing) / (all - (ofLabel[label] ?? 0) + smoothing * features)
      most = Math.max(most, Math.abs(Math.log(ownShare / otherShare)))
    }
    return most
  })
}

/**
 * Rarity (tf-idf) times unevenness, as in https://aclanthology.org/P12-2018 (NBSVM), with one weight for all labels: on messages of citizens it told
 * more than rarity alone.
 */
export const featuresOf = (examples: readonly Counts[], truth: readonly number[], labels: number): Features => {
  const rare = rarities(examples)
  const vectors = examples.map((one) => vectorOf(one, rare))
  const uneven = unevenness(vectors, truth, labels, rare.buckets.length)
  return { buckets: rare.buckets, telling: rare.telling.map((rarity, feature) => rarity * (uneven[feature] ?? 0)) }
}

/** Both lists ascend: each feature is looked for behind the one before. */
const placeOf = (buckets: Uint32Array, wanted: number, from: number): number => {
  let low = from
  let high = buckets.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((buckets[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

export const vectorOf = ({ buckets, times }: Counts, features: Features): Vector => {
  const at: number[] = []
  const weight: number[] = []
  let place = 0
  for (const [index, bucket] of buckets.entries()) {
    place = placeOf(features.buckets, bucket, place)
    if (features.buckets[place] !== bucket) continue
    at.push(place)
    weight.push((1 + Math.log(times[index] ?? 1)) * (features.telling[place] ?? 0))
  }
  const length = Math.sqrt(weight.reduce((sum, one) => sum + one * one, 0))
  return { at: Uint32Array.from(at), weight: Float32Array.from(weight, (one) => one / (length || 1)) }
}
