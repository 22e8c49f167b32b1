import { route } from '@open12345/contract/kernel'
import { accept } from '@open12345/domain/kernel'
import type { FastifyInstance } from 'fastify'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp, type TestApp } from '../testing/index.ts'
import { closedGate } from './access.ts'
import { mount } from './mount.ts'
import { buildServer } from './server.ts'

const base = { summary: 's', tag: 'test', access: { kind: 'public' }, response: z.object({ ok: z.boolean() }) } as const
const read = route({ ...base, method: 'GET', path: '/orders/:number', params: z.object({ number: z.string() }) })
const write = route({ ...base, method: 'POST', path: '/orders', command: true })
const own = route({ ...base, method: 'GET', path: '/own', access: { kind: 'requester' } })
const modules = [
  {
    name: 'test',
    endpoints: [
      mount(read, async () => accept({ ok: true })),
      mount(own, async () => accept({ ok: true })),
      mount(write, async ({ setCookie }) => {
        setCookie('s', '1')
        return accept({ ok: true })
      }),
    ],
  },
]

let house: TestApp
const lines: { readonly facts: object; readonly sentence: string }[] = []
beforeAll(async () => {
  house = await testApp({ modules: [] })
  Object.assign(house.app.log, { info: (facts: object, sentence: string) => void lines.push({ facts, sentence }) })
})
afterAll(async () => {
  await Promise.all(built.map((server) => server.close()))
  await house.close()
})

type Change = {
  readonly rateLimits?: boolean
  readonly trustProxy?: readonly string[]
  readonly metricsToken?: string
  readonly broken?: boolean
}
const built: FastifyInstance[] = []
const serverWith = async ({ broken = false, ...change }: Change = {}) => {
  const server = await buildServer({
    app: { ...house.app, config: { ...house.app.config, ...change } },
    modules,
    gate: closedGate,
    checks: { database: async () => true, jobs: () => (broken ? Promise.reject(new Error('王小明')) : Promise.resolve(true)) },
    registry: new Registry(),
  })
  built.push(server)
  return server
}

test('健康检查：逐项列出，坏了一项就是 503，不说内情', async () => {
  const well = await (await serverWith()).inject('/healthz')
  expect([well.statusCode, well.json()]).toEqual([200, { status: 'ok', checks: { database: 'ok', jobs: 'ok' } }])
  const ill = await (await serverWith({ broken: true })).inject('/healthz')
  expect([ill.statusCode, ill.json()]).toEqual([503, { status: 'failed', checks: { database: 'ok', jobs: 'failed' } }])
})

test('指标按路由模式计，不按地址；只给本机或持令牌者', async () => {
  const server = await serverWith({ metricsToken: 'a-long-enough-token' })
  await server.inject('/api/v1/orders/260300000012')
  const figures = (await server.inject('/metrics')).body
  expect(figures).toContain('http_request_duration_seconds_count{method="GET",route="/api/v1/orders/:number",status="200"} 1')
  expect(figures).not.toContain('260300000012')
  const from = (headers: Record<string, string>, remoteAddress = '10.0.0.9') => server.inject({ url: '/metrics', headers, remoteAddress })
  expect((await from({})).statusCode).toBe(404)
  expect((await from({ 'x-forwarded-for': '10.0.0.9' }, '127.0.0.1')).statusCode).toBe(404)
  expect((await from({ authorization: 'Bearer a-wrong-enough-token' })).statusCode).toBe(404)
  expect((await from({ authorization: 'Bearer a-long-enough-token' })).statusCode).toBe(200)
})

test('公众的写操作按地址限次，超出说明多少秒后再试；可为压力测试关闭', async () => {
  const burst = async (rateLimits: boolean) => {
    const server = await serverWith({ rateLimits })
    const answers = []
    for (let count = 0; count < 61; count++) answers.push(await server.inject({ method: 'POST', url: '/api/v1/orders' }))
    return answers
  }
  const limited = await burst(true)
  expect(limited.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(60).fill(200), 429])
  expect(limited[60]?.json()).toMatchObject({ code: 'rate.too-many', title: expect.stringMatching(/^操作过于频繁，请在 \d+ 秒后再试。$/) })
  expect((await burst(false)).every(({ statusCode }) => statusCode === 200)).toBe(true)
})

test('乱试查询凭证也计次', async () => {
  const server = await serverWith({ rateLimits: true })
  const guesses = []
  for (let count = 0; count < 601; count++)
    guesses.push((await server.inject({ url: '/api/v1/own', headers: { authorization: `Tracking ${count}` } })).statusCode)
  expect(guesses).toEqual([...Array<number>(600).fill(401), 429])
})

test('在 https 之后：Cookie 带 Secure，响应带 HSTS；不信任时忽略转发头', async () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }
  const post = async (trustProxy: readonly string[]) =>
    (await serverWith({ trustProxy })).inject({ method: 'POST', url: '/api/v1/orders', headers: forwarded })
  const trusted = (await post(['127.0.0.1'])).headers
  expect(trusted['set-cookie']).toContain('; Secure')
  expect(trusted['strict-transport-security']).toContain('max-age')
  const untrusted = (await post([])).headers
  expect(untrusted['set-cookie']).not.toContain('Secure')
  expect(untrusted['strict-transport-security']).toBeUndefined()
})

test('自称的来源地址不算数：只认最近一个代理说的', async () => {
  const server = await serverWith({ trustProxy: ['127.0.0.1'] })
  const post = (forwarded: string) => server.inject({ method: 'POST', url: '/api/v1/orders', headers: { 'x-forwarded-for': forwarded } })
  await post('198.51.100.1, 203.0.113.77')
  await post('198.51.100.2, 203.0.113.77')
  const its = [house.app.keyring.keyedHash('address', '203.0.113.77')]
  await expect
    .poll(async () => (await house.owner.query('select count(*) from security_log where address_hash = $1', its)).rows)
    .toEqual([{ count: 2 }])
})

test('日志一行一请求：只有路由模式与编号，没有地址里的单号和查询', async () => {
  lines.length = 0
  await (await serverWith()).inject({ url: '/api/v1/orders/260300000012?name=王小明', headers: { cookie: 's=secret' } })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ sentence: 'request', facts: { method: 'GET', route: '/api/v1/orders/:number', status: 200 } })
  expect(JSON.stringify(lines)).not.toMatch(/260300000012|王小明|secret/)
})
