import { gramCounts, withoutFormulas, type Counted } from '@open12345/language/grouping'
import type { App } from '../../app.ts'

// 53 bits: a whole number that JavaScript and PostgreSQL hold alike.
const hashOf = (app: App, gram: string): string => String(app.keyring.keyedHash('topic', gram).readBigUInt64BE(0) >> 11n)

const remembered = new WeakMap<App['keyring'], Map<string, string>>()
const most = 50_000

/** As with the tokens of the search: each pair of signs is hashed once. */
const hashFor = (app: App, gram: string): string => {
  const known = remembered.get(app.keyring) ?? new Map<string, string>()
  remembered.set(app.keyring, known)
  const hash = known.get(gram) ?? hashOf(app, gram)
  if (known.size < most) known.set(gram, hash)
  return hash
}

/** Whoever writes down a call begins with what it is about; what follows is alike in many. */
const beginning = /^[^，。！？；,.!?;\n]{1,30}/u

/** The pairs of what was told, as keyed hashes: likeness needs to know that two pairs are the same, never which. */
export const hashedGrams = (app: App, text: string): Counted<string> => {
  const told = withoutFormulas(text)
  return new Map([...gramCounts(beginning.exec(told)?.[0] ?? '', told)].map(([gram, count]) => [hashFor(app, gram), count]))
}
