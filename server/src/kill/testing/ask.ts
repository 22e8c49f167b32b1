import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../../journey/testing/random.ts'

export type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly cookie: string | undefined }
type Call = { readonly body?: object; readonly key?: string; readonly cookie?: string | undefined; readonly token?: string }
type Method = 'GET' | 'POST'

/** Somebody may be killed while they answer; this long nobody waits for one who was. */
const patienceMs = 20_000
/** One call in so many is cut off by the caller's own network, often after it was done and before that was heard. */
const cutOneIn = 10
const longestCutMs = 60

/** Undefined: no answer, or not a whole one. Whether it was done nobody knows. */
const askOnce = async (url: string, method: Method, { body, key, cookie, token }: Call, waitsMs: number): Promise<Answer | undefined> => {
  const headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(cookie === undefined ? {} : { cookie }),
    ...(token === undefined ? {} : { authorization: `Tracking ${token}` }),
  }
  try {
    const payload = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(url, { method, headers, ...payload, signal: AbortSignal.timeout(waitsMs) })
    const text = await response.text()
    const given = response.headers.get('set-cookie')?.split(';')[0]
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']), cookie: given }
  } catch {
    return undefined
  }
}

/** How often what, over a whole trial. */
export type Counts = { sent: number; repeated: number; unavailable: number; faults: string[] }
export const noCounts = (): Counts => ({ sent: 0, repeated: 0, unavailable: 0, faults: [] })

export type Ask = (method: Method, path: string, call?: Omit<Call, 'key'>) => Promise<Answer>
/** A command under one key until it is acknowledged; the key is answered with it. */
export type Command = (path: string, call: Omit<Call, 'key'>) => Promise<Answer & { readonly key: string }>
export type Line = { readonly ask: Ask; readonly command: Command }

export type Wires = { readonly counts: Counts; readonly end: AbortSignal; readonly chance: Chance }

/** Asks again, with the same key, as long as nobody answered or the program could not; every other answer stands. Throws when it has ended. */
export const lineTo = (port: number, { counts, end, chance }: Wires): Line => {
  const insist = async (method: Method, path: string, call: Call): Promise<Answer> => {
    for (let tries = 1; ; tries++) {
      end.throwIfAborted()
      counts.sent += 1
      if (tries > 1) counts.repeated += 1
      const waitsMs = tries === 1 && chance.below(cutOneIn) === 0 ? chance.below(longestCutMs) : patienceMs
      const answer = await askOnce(`http://127.0.0.1:${port}/api/v1${path}`, method, call, waitsMs)
      if (answer !== undefined && answer.status < 500 && answer.status !== 412) return answer
      if (answer?.status === 503) counts.unavailable += 1
      if (answer?.status === 500) counts.faults.push(`${method} ${path}: ${JSON.stringify(answer.body)}`)
      await pause(Math.min(50 * tries, 500))
    }
  }
  return {
    ask: (method, path, call = {}) => insist(method, path, call),
    command: async (path, call) => {
      const key = randomUUID()
      return { ...(await insist('POST', path, { ...call, key })), key }
    },
  }
}
