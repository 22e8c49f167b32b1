import type { Model } from './model.ts'

const format = 1
const sign = 'O12M'

/** FNV-1a over the bytes. */
const checkOf = (bytes: Uint8Array): number => {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, one) => (all.set(one, at), at + one.length), 0)
  return all
}

/** JSON in the signs of ASCII alone, so that a sign is a byte. */
const plainJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[^ -~]/g, (other) => `\\u${other.charCodeAt(0).toString(16).padStart(4, '0')}`)
const bytesIn = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))
const textIn = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

const padded = (text: string): Uint8Array => {
  const bytes = bytesIn(text)
  const all = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(0x20)
  all.set(bytes)
  return all
}

/**
 * The bytes of a model: sign, format, length of the head, head in JSON, then buckets, what each tells, scales, biases and steps as they lie in memory (little
 * endian), and a check sum over all that stands before it.
 */
export const bytesFrom = ({ labels, features, steps, scales, biases, temperature }: Model): Uint8Array => {
  const head = padded(plainJson({ labels, features: features.buckets.length, temperature }))
  const start = joined([bytesIn(sign), bytesOf(Uint32Array.of(format, head.length)), head])
  const body = joined([start, ...[features.buckets, features.telling, scales, biases, steps].map(bytesOf)])
  return joined([body, bytesOf(Uint32Array.of(checkOf(body)))])
}

type Head = { readonly labels: readonly string[]; readonly features: number; readonly temperature: number }

/** Undefined where it is of another format, or is not what was kept. */
export const modelFrom = (kept: Uint8Array): Model | undefined => {
  // A copy begins at the start of its buffer, as the views below need it.
  const bytes = Uint8Array.from(kept)
  const view = new DataView(bytes.buffer)
  if (bytes.length < 16 || textIn(bytes.subarray(0, 4)) !== sign || view.getUint32(4, true) !== format) return undefined
  if (checkOf(bytes.subarray(0, -4)) !== view.getUint32(bytes.length - 4, true)) return undefined
  const headEnd = 12 + view.getUint32(8, true)
  const { labels, features, temperature } = JSON.parse(textIn(bytes.subarray(12, headEnd))) as Head
  const floats = (at: number, length: number): Float32Array => new Float32Array(bytes.buffer, at, length)
  const tellingAt = headEnd + 4 * features
  const scalesAt = tellingAt + 4 * features
  const stepsAt = scalesAt + 8 * labels.length
  return {
    labels,
    features: { buckets: new Uint32Array(bytes.buffer, headEnd, features), telling: floats(tellingAt, features) },
    scales: floats(scalesAt, labels.length),
    biases: floats(scalesAt + 4 * labels.length, labels.length),
    steps: new Int8Array(bytes.buffer, stepsAt, features * labels.length),
    temperature,
  }
}
