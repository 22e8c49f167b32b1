import type { Route } from '@open12345/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiEndpoint } from '../../http/mount.ts'
import { assembly } from '../../testing/index.ts'
import { browserOf, type Browser, type Raw } from '../testing/signed-in.ts'
import { sampleFor, type Json } from './testing/sample.ts'
import { numbersOf, spoiled, type Sound, type Spoiled } from './testing/spoil.ts'
import { callerOf, openBadTown, type BadTown } from './testing/town.ts'
import { digestOf, tablesOf, type Tables } from './testing/watch.ts'

/** Bad requests to each route: 700 make a hundred thousand in all, in some twelve minutes. */
const perRoute = Number(process.env['OPEN12345_BAD_REQUESTS'] ?? 40)
const atOnce = 20

const endpoints = assembly.modules.flatMap(({ endpoints: mounted = [] }) => mounted).filter((one): one is ApiEndpoint => one.kind === 'api')
const named = endpoints.map((endpoint) => [`${endpoint.route.method} ${endpoint.route.path}`, endpoint] as const)

let town: BadTown
let tables: Tables
const browsers = new Map<string, Promise<Browser>>()
const faults: string[] = []
const counted = { asked: 0, reached: 0, noun: 0, harmless: 0, refused: 0, watched: 0 }
const statuses = new Map<number, number>()

beforeAll(async () => {
  town = await openBadTown()
  tables = await tablesOf(town.house.owner)
  Object.assign(town.house.app.log, { error: (...told: unknown[]) => void faults.push(JSON.stringify(told)) })
})
afterAll(() => town.house.close())

// Wrong passwords lock the place that they come from.
const stranger = '203.0.113.77'
type Asker = (request: Omit<Spoiled, 'what'>) => Promise<Raw>

/** Signs in again where a request has ended the session that it came by. */
const askerOf = ({ method, access }: Route): Asker => {
  const login = callerOf(access)
  if (login === null) {
    const credentials = access.kind === 'requester' ? { authorization: `Tracking ${town.token}` } : undefined
    return async ({ url, headers, payload }) => {
      const sent = { ...credentials, ...headers }
      const answer = await town.house.server.inject({
        method,
        url,
        headers: sent,
        remoteAddress: stranger,
        ...(payload === undefined ? {} : { payload }),
      })
      return { status: answer.statusCode, headers: answer.headers, text: answer.body }
    }
  }
  return async ({ url, headers, payload }) => {
    const known = browsers.get(login) ?? browserOf(town.house, login)
    browsers.set(login, known)
    const answer = await (await known).ask(method, url, { headers, ...(payload === undefined ? {} : { payload }) })
    if (answer.status === 401) browsers.delete(login)
    return answer
  }
}

const soundFor = ({ path, params, query, body, access }: Route): Sound => {
  const known = town.knownTo(callerOf(access), { path } as Route)
  const values = (sampleFor(params, known) ?? {}) as Readonly<Record<string, Json>>
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name] ?? known[name] ?? 'x')))
  return { path: `/api/v1${filled}`, query: sampleFor(query, known), body: sampleFor(body, known) }
}

const codeOf = ({ text }: Raw): string | undefined => {
  try {
    return (JSON.parse(text) as { code?: string }).code
  } catch {
    return undefined
  }
}
/** Refused before the route was looked at: by its size, its media type, its address or who asks. */
const isAtTheDoor = (answer: Raw): boolean =>
  [401, 403, 413, 414, 415, 429].includes(answer.status) || ['route.not-found', 'input.malformed'].includes(codeOf(answer) ?? '')

const note = (route: string, { what }: Spoiled, answer: Raw): void => {
  counted.asked += 1
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  if (!isAtTheDoor(answer)) counted.reached += 1
  if (answer.status >= 200 && answer.status < 300) counted.harmless += 1
  else counted.refused += 1
  if (!isAtTheDoor(answer) && codeOf(answer) !== 'input.invalid') counted.noun += 1
  const isFine = answer.status < 300 || (answer.status >= 400 && answer.status < 500 && codeOf(answer) !== undefined)
  if (!isFine) faults.push(`${route} (${what}): ${answer.status} ${answer.text.slice(0, 200)}`)
}

const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

describe('第二十条 [20-mechanism] 坏请求：每一条路由都说得出理由地拒绝，不出故障，不留痕迹', () => {
  it.each(named)('%s', { timeout: 10_000 + perRoute * 200 }, async (name, { route, uploads }) => {
    const before = faults.length
    const ask = askerOf(route)
    const sound = soundFor(route)
    const [draw, many] = [numbersOf(name), uploads === undefined ? perRoute : Math.ceil(perRoute / 2)]
    for (let from = 0; from < many; from += atOnce) {
      const requests = Array.from({ length: Math.min(atOnce, many - from) }, () => spoiled(sound, draw))
      const was = await digestOf(town.house.owner, tables)
      const answers = await Promise.all(requests.map(ask))
      // Whoever was signed out by it comes back with a new code.
      if (answers.some(({ status }) => status === 401)) town.house.clock.set(town.house.clock.now().add({ minutes: 1 }))
      answers.forEach((answer, index) => note(name, requests[index]!, answer))
      if (answers.some(({ status }) => status < 300) && route.method !== 'GET') continue
      await settled()
      const is = await digestOf(town.house.owner, tables)
      counted.watched += answers.length
      if (is !== was) faults.push(`${name}: refused, and written: ${differing(was, is)}`)
    }
    expect(faults.slice(before)).toEqual([])
  })

  it('多数请求走到了路由自己的检查', () => {
    const share = Math.round((counted.reached / counted.asked) * 100)
    process.stdout.write(
      `坏请求 ${counted.asked} 个，${named.length} 条路由；走到路由的 ${share}%，其中由规则答复的 ${counted.noun} 个；无害而照收的 ${counted.harmless} 个；核对过未写入的 ${counted.watched} 个；` +
        `状态 ${JSON.stringify(Object.fromEntries([...statuses].toSorted()))}\n`,
    )
    expect(counted.asked).toBeGreaterThanOrEqual(named.length * Math.ceil(perRoute / 2))
    expect(share).toBeGreaterThanOrEqual(60)
  })
})

const differing = (was: string, is: string): string => {
  const old = new Set(was.split('\n'))
  return is
    .split('\n')
    .filter((line) => !old.has(line))
    .join('; ')
}
