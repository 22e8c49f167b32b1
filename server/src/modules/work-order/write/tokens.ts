import type { App } from '../../../app.ts'

/**
 * Words lie sealed, so that they are found by keyed hashes of their character pairs: the index tells nobody what was written.
 * A hit is checked against the opened text, because pairs that stand apart also match.
 */
export const normalised = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')

const pairsOf = (text: string): ReadonlySet<string> => {
  const letters = [...normalised(text)]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}

// 43 bits: the rest of a token is its order's day (migration 0010).
const tokenOf = (app: App, pair: string): number => Number(app.keyring.keyedHash('search', pair).readBigUInt64BE(0) >> 21n)

const remembered = new WeakMap<App['keyring'], Map<string, number>>()
const most = 50_000

/** A prefecture uses some ten thousand pairs over and over: each is hashed once. */
const tokenFor = (app: App, pair: string): number => {
  const known = remembered.get(app.keyring) ?? new Map<string, number>()
  remembered.set(app.keyring, known)
  const token = known.get(pair) ?? tokenOf(app, pair)
  if (known.size < most) known.set(pair, token)
  return token
}

export const tokensOf = (app: App, text: string): number[] => [...pairsOf(text)].map((pair) => tokenFor(app, pair))
