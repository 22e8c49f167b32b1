import { createHash } from 'node:crypto'
import type { Json } from './sample.ts'

/** One thing wrong; the rest as a careful program would send it. */
export type Spoiled = {
  readonly what: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | Buffer | undefined
}
export type Sound = { readonly path: string; readonly query: Json | undefined; readonly body: Json | undefined }

/** The same numbers in every run of a route. */
export const numbersOf = (seed: string) => {
  let [state, left] = [createHash('sha256').update(seed).digest(), 32]
  return (below: number): number => {
    if (left < 4) [state, left] = [createHash('sha256').update(state).digest(), 32]
    left -= 4
    return state.readUInt32BE(left) % below
  }
}
type Draw = ReturnType<typeof numbersOf>

const nested = (depth: number): Json => Array.from({ length: depth }).reduce<Json>((inner) => ({ a: inner }), 'x')
const fixedValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\t\n',
  '0',
  '-1',
  'NaN',
  'null',
  'undefined',
  'constructor',
  '__proto__',
  'a'.repeat(201),
  '长'.repeat(20_000),
  'x\u0000y',
  '\ud800',
  'x\udfff',
  '\u0007\u001b[31m',
  '\u202egpj.exe',
  '\u200b',
  '👩‍👩‍👧‍👦'.repeat(60),
  `' or '1'='1`,
  '"; drop table work_order; --',
  '${7*7}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '%00',
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  '2026-03-02T25:00:00+08:00',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0195f000-0000-7000-8000-0000000000ff',
  [],
  {},
  [null],
  [[[]]],
  { toString: 'x' },
  nested(40),
  Array.from({ length: 500 }, (_, index) => index),
]
const letters = ['a', '0', '-', '中', '\n', '\u0001', '\u00ad', '😀', '\ud83d', '"', '\\', '%', '/', ' ', '１', 'ß', 'İ']
const randomText = (draw: Draw): string => Array.from({ length: 1 + draw(40) }, () => letters[draw(letters.length)]).join('')
const badValue = (draw: Draw): Json => (draw(3) === 0 ? randomText(draw) : (fixedValues[draw(fixedValues.length)] ?? null))

type Path = readonly (string | number)[]
const pathsOf = (value: Json | undefined, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path]
  return [
    path,
    ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner as Json, [...path, Array.isArray(value) ? Number(name) : name])),
  ]
}
const changed = (value: Json, [name, ...rest]: Path, change: (old: Json | undefined) => Json | undefined): Json | undefined => {
  if (name === undefined) return change(value)
  const entries = new Map<string, Json>(Object.entries(value as object) as [string, Json][])
  const inner = entries.get(String(name))
  const next = inner === undefined ? change(inner) : changed(inner, rest, change)
  if (next === undefined) entries.delete(String(name))
  else entries.set(String(name), next)
  return Array.isArray(value) ? [...entries.values()] : Object.fromEntries(entries)
}

const json = { 'content-type': 'application/json' }
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const queryText = (query: Json | undefined): string =>
  Object.entries((query ?? {}) as Record<string, Json>)
    .flatMap(([name, value]) => (value === null ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(textOf(value).toWellFormed())}`]))
    .join('&')
const urlOf = ({ path, query }: Sound): string => (query === undefined ? path : `${path}?${queryText(query)}`)
const whole = (sound: Sound): Omit<Spoiled, 'what'> => ({
  url: urlOf(sound),
  headers: sound.body === undefined ? {} : json,
  payload: sound.body === undefined ? undefined : JSON.stringify(sound.body),
})

const bodies: readonly (readonly [what: string, headers: Readonly<Record<string, string>>, payload: string | Buffer])[] = [
  ['no body', json, ''],
  ['half a body', json, '{"a":'],
  ['null', json, 'null'],
  ['a list', json, '[]'],
  ['a number', json, '12345'],
  ['deep lists', json, '['.repeat(5_000) + ']'.repeat(5_000)],
  ['deep objects', json, '{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000)],
  ['not UTF-8', json, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a prototype', json, '{"__proto__":{"admin":true}}'],
  ['too big', json, `{"a":"${'x'.repeat(1_100_000)}"}`],
  ['no media type', {}, '{}'],
  ['text', { 'content-type': 'text/plain' }, '{}'],
  ['XML', { 'content-type': 'application/xml' }, '<a/>'],
  ['UTF-16', { 'content-type': 'application/json; charset=utf-16' }, Buffer.from('{}', 'utf16le')],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1&a=2'],
  ['an empty multipart', { 'content-type': 'multipart/form-data; boundary=b' }, '--b--\r\n'],
  ['a zipped body', { ...json, 'content-encoding': 'gzip' }, '{}'],
]
const headers: readonly (readonly [name: string, value: string])[] = [
  ['if-match', '"999999"'],
  ['if-match', '"0"'],
  ['if-match', 'abc'],
  ['if-match', '"-1"'],
  ['if-match', '"99999999999999999999"'],
  ['idempotency-key', ''],
  ['idempotency-key', 'short'],
  ['idempotency-key', 'x'.repeat(300)],
  ['idempotency-key', 'with space in it'],
  ['idempotency-key', "';select 1--'"],
  ['accept-language', ';;q=,,x'],
  ['accept', 'image/png'],
  ['authorization', 'Tracking x'],
  ['range', 'bytes=0-1'],
  ['x-http-method-override', 'DELETE'],
]
const queries = [
  'limit=1&limit=2',
  'after=a&after=b',
  '%ff=1',
  'a=%00',
  'limit=-1',
  'limit=1e9',
  '__proto__[a]=1',
  'x='.repeat(500),
  'after=%ED%A0%80',
  '&&&=',
]

const spoilValue = (sound: Sound, part: 'query' | 'body', draw: Draw): Spoiled | undefined => {
  const value = sound[part]
  const paths = pathsOf(value)
  const path = paths[draw(paths.length || 1)]
  if (value === undefined || path === undefined) return undefined
  const bad = draw(8) === 0 ? undefined : badValue(draw)
  const next = changed(value, path, () => bad)
  const spoiled = { ...sound, [part]: next ?? null }
  return { what: `${part}.${path.join('.')} = ${JSON.stringify(bad)?.slice(0, 40)}`, ...whole(spoiled) }
}
const spoilPath = (sound: Sound, draw: Draw): Spoiled | undefined => {
  const id = /[0-9a-f-]{36}|2026|(?<=lines\/)[^/]+/.exec(sound.path)?.[0]
  if (id === undefined) return undefined
  const bad = encodeURIComponent(textOf(badValue(draw)).toWellFormed().slice(0, 300))
  return { what: `path = ${bad.slice(0, 40)}`, ...whole({ ...sound, path: sound.path.replace(id, bad === '' ? '%20' : bad) }) }
}
const spoilBody = (sound: Sound, draw: Draw): Spoiled | undefined => {
  const [what, given, payload] = bodies[draw(bodies.length)]!
  return sound.body === undefined ? undefined : { what, url: urlOf(sound), headers: given, payload }
}
const spoilHeader = (sound: Sound, draw: Draw): Spoiled => {
  const [name, value] = headers[draw(headers.length)]!
  const sent = whole(sound)
  return { what: `${name}: ${value.slice(0, 20)}`, ...sent, headers: { ...sent.headers, [name]: value } }
}
const spoilQuery = (sound: Sound, draw: Draw): Spoiled => {
  const wrong = queries[draw(queries.length)]!
  const sent = whole(sound)
  return { what: `?${wrong.slice(0, 20)}`, ...sent, url: `${sent.url}${sent.url.includes('?') ? '&' : '?'}${wrong}` }
}

/** A key that was used before with another body; the spoiled ones differ. */
const reused = { 'idempotency-key': 'used-before-with-another-body' }

/** One spoiled request; most are wrong in a value, where a program's own checks are. */
export const spoiled = (sound: Sound, draw: Draw): Spoiled => {
  const kind = draw(20)
  const value = kind < 14 ? (spoilValue(sound, 'body', draw) ?? spoilValue(sound, 'query', draw)) : undefined
  if (value !== undefined) return kind === 0 ? { ...value, headers: { ...value.headers, ...reused } } : value
  if (kind < 16) return spoilPath(sound, draw) ?? spoilQuery(sound, draw)
  if (kind < 18) return spoilBody(sound, draw) ?? spoilQuery(sound, draw)
  return kind === 18 ? spoilHeader(sound, draw) : spoilQuery(sound, draw)
}
