import { connect } from 'node:net'
import { route } from '@open12345/contract/kernel'
import { accept, refuse } from '@open12345/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { systemActor } from '../db/actor.ts'
import { testApp, type TestApp } from '../testing/index.ts'
import { closedGate, type Signed } from './access.ts'
import { mount, mountPage, mountStream } from './mount.ts'

const actor = { ...systemActor('liangshan'), accountId: '0193a000-0000-7000-8000-000000000001' }
const signed: Signed = {
  accountId: actor.accountId,
  personName: '阿依',
  roles: ['seat'],
  outsourced: false,
  unitIds: [],
  unitPathIds: [],
  authorityId: 'liangshan',
  actor,
}
const gate = {
  ...closedGate,
  authenticate: async ({ cookie }: { cookie: (name: string) => string | undefined }) => (cookie('s') === 'good' ? signed : undefined),
  may: (_: Signed, action: string) => action === 'note.write',
  trackingOrder: async (token: string) =>
    token === 'token' ? { authorityId: 'liangshan', orderId: '0193a000-0000-7000-8000-000000000002' } : undefined,
}

const base = { summary: 's', tag: 'test', response: z.object({ text: z.string() }) } as const
const write = route({
  ...base,
  method: 'POST',
  path: '/notes',
  access: { kind: 'staff', action: 'note.write' },
  body: z.object({ text: z.string() }),
  command: true,
})
const erase = route({ ...base, method: 'DELETE', path: '/notes', access: { kind: 'staff', action: 'note.erase' } })
const own = route({ ...base, method: 'GET', path: '/own', access: { kind: 'requester' } })
const fault = route({ ...base, method: 'GET', path: '/fault', access: { kind: 'public' } })
const upload = route({ ...base, method: 'POST', path: '/uploads', access: { kind: 'public' }, body: z.object({ title: z.string() }) })

let house: TestApp
beforeAll(async () => {
  const endpoints = [
    mount(write, async ({ body, setCookie, idempotencyKey = '-', ifMatch = 0 }) => {
      setCookie('seen', 'yes', { maxAgeSeconds: 60 })
      return accept({ text: `${body.text} ${idempotencyKey} ${ifMatch}` })
    }),
    mount(erase, async () => accept({ text: '' })),
    mount(own, async (call) => accept({ text: call.actor.orderId ?? '' })),
    mount(fault, async () => {
      throw new Error('王小明 13800000000')
    }),
    mount(
      upload,
      async ({ body, files }) => accept({ text: `${body.title} ${files.map(({ name, bytes }) => name + bytes.length).join()}` }),
      {
        uploads: { maxFiles: 1, maxBytes: 1000 },
      },
    ),
    mountPage({
      method: 'GET',
      path: '/hello',
      handler: async ({ query }) => accept({ kind: 'html', html: `<p>${Object.keys(query).join()}` }),
    }),
    mountPage({
      method: 'POST',
      path: '/hello',
      handler: async ({ form }) =>
        form['go'] === 'no' ? refuse({ code: 'access.not-entitled' }) : accept({ kind: 'redirect', to: '/hello' }),
    }),
    mountStream({ path: '/live', access: { kind: 'public' }, handler: async (_, __, stream) => stream.send('order', { id: 1 }, '7') }),
  ]
  house = await testApp({ modules: [{ name: 'test', endpoints }], gate })
})
afterAll(() => house.close())

type Extra = { readonly headers?: Record<string, string>; readonly payload?: string | Buffer }
const note = ({ headers = {}, payload = '{"text":"好"}' }: Extra = {}) =>
  house.server.inject({
    method: 'POST',
    url: '/api/v1/notes',
    payload,
    headers: { 'content-type': 'application/json', cookie: 's=good', ...headers },
  })

test('登录并有权的人可以办，其余一概拒绝', async () => {
  expect((await note()).json()).toEqual({ text: '好 - 0' })
  expect((await note({ headers: { cookie: 's=bad' } })).statusCode).toBe(401)
  const erased = await house.server.inject({ method: 'DELETE', url: '/api/v1/notes', headers: { cookie: 's=good' } })
  expect(erased.json()).toMatchObject({ status: 403, code: 'access.not-entitled' })
})

test('诉求人凭查询凭证只进自己的门', async () => {
  expect((await house.server.inject({ url: '/api/v1/own', headers: { authorization: 'Tracking token' } })).json().text).toContain(
    '0193a000',
  )
  expect((await house.server.inject({ url: '/api/v1/own', headers: { authorization: 'Tracking other' } })).statusCode).toBe(401)
})

test.each([
  ['另一网站发来', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'access.cross-site'],
  ['子域发来', { headers: { 'sec-fetch-site': 'same-site' } }, 403, 'access.cross-site'],
  ['旧浏览器从另一网站发来', { headers: { origin: 'https://evil.example' } }, 403, 'access.cross-site'],
  ['断掉的 JSON', { payload: '{"text":' }, 400, 'input.malformed'],
  ['没有正文', { payload: '' }, 400, 'input.invalid'],
  ['不是 UTF-8', { payload: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }, 400, 'input.encoding'],
  ['含 NUL', { payload: '{"text":"a\\u0000b"}' }, 400, 'input.invalid'],
  ['半个字符', { payload: '{"text":"\\ud800"}' }, 400, 'input.invalid'],
  ['层层嵌套', { payload: `{"text":${'['.repeat(200_000)}${']'.repeat(200_000)}}` }, 400, 'input.invalid'],
  ['不支持的格式', { headers: { 'content-type': 'application/xml' } }, 415, 'input.media-type'],
  ['别的字符集', { headers: { 'content-type': 'application/json; charset=gbk' } }, 415, 'input.media-type'],
  ['压缩的正文', { headers: { 'content-encoding': 'gzip' } }, 415, 'input.media-type'],
  ['过大', { payload: `{"text":"${'a'.repeat(1_100_000)}"}` }, 413, 'input.too-large'],
  ['请求编号过短', { headers: { 'idempotency-key': 'x' } }, 400, 'input.key-invalid'],
  ['版本号不是数字', { headers: { 'if-match': '"v1"' } }, 400, 'input.version-invalid'],
])('%s：给出理由的 4xx', async (_, extra, status, code) => {
  const response = await note(extra as Extra)
  expect(response.json()).toMatchObject({ status, code })
  expect(response.statusCode).toBe(status)
})

test('请求编号与版本号交到办理者手中', async () => {
  const response = await note({ headers: { 'idempotency-key': 'key-0001', 'if-match': '"12"', 'sec-fetch-site': 'same-origin' } })
  expect(response.json()).toEqual({ text: '好 key-0001 12' })
  expect(response.headers['set-cookie']).toBe('seen=yes; Max-Age=60; Path=/; HttpOnly; SameSite=Lax')
})

test('没有的地址、坏的地址都是 4xx', async () => {
  expect((await house.server.inject('/api/v1/nothing')).json()).toMatchObject({ status: 404, code: 'route.not-found' })
  expect((await house.server.inject('/api/v1/%ff')).statusCode).toBe(400)
  expect((await house.server.inject({ method: 'PUT', url: '/api/v1/notes' })).statusCode).toBe(404)
  expect((await house.server.inject({ url: '/nothing', headers: { accept: 'text/html' } })).headers['content-type']).toContain('text/html')
})

test('出错时只给编号，不给内情', async () => {
  const response = await house.server.inject('/api/v1/fault')
  expect(response.statusCode).toBe(500)
  expect(response.body).not.toMatch(/王小明|138|at /)
  expect(response.json()).toMatchObject({ code: 'server.fault', reference: expect.stringMatching(/^[0-9A-F]{10}$/) })
})

test('上传：字段进正文，文件另列，超限为 413', async () => {
  const form = (bytes: number) => {
    const data = new FormData()
    data.set('title', '照片')
    data.set('photo', new Blob([Buffer.alloc(bytes)]), '路面.jpg')
    return data
  }
  const send = (bytes: number) => house.server.inject({ method: 'POST', url: '/api/v1/uploads', payload: form(bytes) })
  expect((await send(10)).json()).toEqual({ text: '照片 路面.jpg10' })
  expect((await send(2000)).statusCode).toBe(413)
})

test('网页：表单提交后转址，拒绝也是一页', async () => {
  const post = (payload: string) =>
    house.server.inject({ method: 'POST', url: '/hello', payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect((await house.server.inject('/hello?a=1')).body).toBe('<p>a')
  const sent = await post('go=yes')
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/hello'])
  const refused = await post('go=no')
  expect(refused.statusCode).toBe(403)
  expect(refused.body).toContain('您的岗位没有这项权限')
  expect((await post('a=%00')).statusCode).toBe(400)
})

test('安全日志只记编码：谁、哪条路、何时、为何', async () => {
  await house.owner.query('delete from security_log')
  await note({ headers: { cookie: 's=bad' }, payload: '{"text":"王小明"}' })
  await house.server.inject({ method: 'DELETE', url: '/api/v1/notes?name=王小明', headers: { cookie: 's=good' } })
  await expect
    .poll(async () => (await house.owner.query('select code, route, status, account_id from security_log order by status')).rows)
    .toEqual([
      { code: 'access.not-signed-in', route: 'POST /api/v1/notes', status: 401, account_id: null },
      { code: 'access.not-entitled', route: 'DELETE /api/v1/notes', status: 403, account_id: signed.accountId },
    ])
})

test('接口文档由路由表生成，每条路都在', async () => {
  const document = (await house.server.inject('/api/v1/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual(['/api/v1/notes', '/api/v1/own', '/api/v1/fault', '/api/v1/uploads'])
  expect((await house.server.inject('/api/v1/docs/')).statusCode).toBe(200)
})

test('响应头：不缓存、不嵌入、只跑自己的脚本', async () => {
  const { headers } = await house.server.inject('/api/v1/own')
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' })
  expect(headers['content-security-policy']).toContain("script-src 'self';")
})

const raw = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    let got = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      got += String(chunk)
      if (got.includes('event: ')) socket.end()
    })
    socket.on('close', () => resolve(got))
    socket.on('error', reject)
  })

test('不成 HTTP 的、头太长的，也得到一句话；事件流逐条送达', async () => {
  const port = Number(new URL(await house.server.listen({ port: 0, host: '127.0.0.1' })).port)
  expect(await raw(port, 'NONSENSE\r\n\r\n')).toContain('HTTP/1.1 400')
  expect(await raw(port, `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'a'.repeat(100_000)}\r\n\r\n`)).toContain('HTTP/1.1 431')
  expect(await raw(port, 'GET /api/v1/live HTTP/1.1\r\nhost: x\r\n\r\n')).toContain('id: 7\nevent: order\ndata: {"id":1}\n\n')
})
