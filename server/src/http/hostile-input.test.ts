import { route } from '@open12345/contract/kernel'
import { accept } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp, type TestApp } from '../testing/index.ts'
import { mount, mountPage } from './mount.ts'

const base = { summary: 's', tag: 'test', access: { kind: 'public' }, response: z.object({ ok: z.boolean() }) } as const
const read = route({
  ...base,
  method: 'GET',
  path: '/things/:id',
  params: z.object({ id: z.string() }),
  query: z.object({ text: z.string().optional() }),
})
const write = route({ ...base, method: 'POST', path: '/things', body: z.object({ text: z.string() }).catchall(z.unknown()) })
const upload = route({ ...base, method: 'POST', path: '/uploads', body: z.object({ title: z.string() }) })
const tooSmall = route({ ...base, method: 'GET', path: '/too-small' })

let house: TestApp
const faults: unknown[] = []
beforeAll(async () => {
  const ok = async () => accept({ ok: true })
  const endpoints = [
    mount(read, ok),
    mount(write, ok),
    mount(upload, ok, { uploads: { maxFiles: 2, maxBytes: 100 } }),
    mount(tooSmall, async (_, app) => {
      await sql`select 2147483648::text::integer`.execute(app.database)
      return accept({ ok: true })
    }),
    mountPage({
      method: 'POST',
      path: '/page',
      uploads: { maxFiles: 1, maxBytes: 100 },
      handler: async () => accept({ kind: 'html', html: 'ok' }),
    }),
  ]
  house = await testApp({ modules: [{ name: 'test', endpoints }] })
  Object.assign(house.app.log, { error: (...told: unknown[]) => void faults.push(told) })
})
afterAll(() => house.close())

const json = { 'content-type': 'application/json' }
const boundary = { 'content-type': 'multipart/form-data; boundary=x' }
const part = (head: string, body: string, end = '--x--\r\n') => `--x\r\n${head}\r\n\r\n${body}\r\n${end}`
const field = 'content-disposition: form-data; name="title"'
const file = 'content-disposition: form-data; name="f"; filename="f"\r\ncontent-type: image/png'

test.each([
  ['GET', '/api/v1/things/%00', {}, undefined, 400],
  ['GET', '/api/v1/things/%E4%BD', {}, undefined, 400],
  ['GET', `/api/v1/things/${'a'.repeat(300)}`, {}, undefined, 400],
  ['GET', '/api/v1/things/1?text=a&text=b', {}, undefined, 400],
  ['GET', '/api/v1/things/1?text=%00', {}, undefined, 400],
  ['GET', '/api/v1/things/1?__proto__=1', {}, undefined, 400],
  ['GET', '/api/v1/things/1?%ff', {}, undefined, [200, 400]],
  ['GET', '//api/v1/things/1', {}, undefined, 404],
  ['GET', '/api/v1/things/../../../etc/passwd', {}, undefined, 404],
  ['GET', '/console/..%2f..%2fpackage.json', {}, undefined, [400, 403, 404]],
  ['GET', '/api/v1/things/1', { 'accept-language': 'x;q=z,,;;=' }, undefined, 200],
  ['GET', '/api/v1/things/1', { cookie: '=;;%%%;a=%ff' }, undefined, 200],
  ['GET', '/api/v1/things/1', { authorization: '' }, undefined, 200],
  ['POST', '/api/v1/things', {}, '{"text":"a"}', 415],
  ['POST', '/api/v1/things', { 'content-type': '' }, '{"text":"a"}', 415],
  ['POST', '/api/v1/things', { 'content-type': 'application/' }, 'x', 415],
  ['POST', '/api/v1/things', { 'content-type': 'text/plain' }, 'x', 415],
  ['POST', '/api/v1/things', boundary, part(field, 'a'), 415],
  ['POST', '/api/v1/things', json, 'null', 400],
  ['POST', '/api/v1/things', json, '[]', 400],
  ['POST', '/api/v1/things', json, '"text"', 400],
  ['POST', '/api/v1/things', json, '{"text":"a","__proto__":{"admin":true}}', 400],
  ['POST', '/api/v1/things', json, '{"text":"a","constructor":{"prototype":1}}', 200],
  ['POST', '/api/v1/things', json, '\ufeff{"text":"a"}', [200, 400]],
  ['POST', '/api/v1/things', json, '{"text":1e999}', 400],
  ['POST', '/api/v1/things', { ...json, 'content-length': 'x' }, '{"text":"a"}', [200, 400]],
  ['POST', '/api/v1/uploads', json, '{"title":"a"}', 415],
  ['POST', '/api/v1/uploads', { 'content-type': 'multipart/form-data' }, 'x', [400, 415]],
  ['POST', '/api/v1/uploads', boundary, '', 400],
  ['POST', '/api/v1/uploads', boundary, 'no parts at all', 400],
  ['POST', '/api/v1/uploads', boundary, part(field, 'a', ''), 400],
  ['POST', '/api/v1/uploads', boundary, '--x\r\nbroken', 400],
  ['POST', '/api/v1/uploads', boundary, part('nonsense', 'a'), 400],
  ['POST', '/api/v1/uploads', boundary, part('content-disposition: form-data; name="__proto__"', 'a'), 400],
  ['POST', '/api/v1/uploads', boundary, part(field, '\0'), 400],
  ['POST', '/api/v1/uploads', boundary, part(file, 'a'.repeat(200)), 413],
  ['POST', '/api/v1/uploads', boundary, part(file, 'a', part(file, 'a', part(file, 'a'))), 413],
  ['POST', '/api/v1/uploads', boundary, part(field, 'a'.repeat(200_000)), 413],
  ['POST', '/api/v1/uploads', boundary, part(field, 'a'), 200],
  ['POST', '/page', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=%ff%fe', [200, 400]],
  ['POST', '/page', { 'content-type': 'application/x-www-form-urlencoded' }, '__proto__=1', 400],
  ['POST', '/page', boundary, part(file, 'a'.repeat(200)), 413],
  ['POST', '/page', boundary, '--x\r\nbroken', 400],
  ['GET', '/api/v1/too-small', {}, undefined, 400],
  ['PATCH', '/api/v1/things', json, '{}', 404],
  ['HEAD', '/api/v1/things/1', {}, undefined, [200, 404]],
  ['OPTIONS', '/api/v1/things', {}, undefined, [200, 204, 404]],
] as const)('%s %s %j %j：不是 5xx', async (method, url, headers, payload, status) => {
  faults.length = 0
  const response = await house.server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  expect([status].flat()).toContain(response.statusCode)
  if (response.statusCode >= 400 && method !== 'HEAD' && url !== '/page')
    expect(response.json()).toMatchObject({ status: response.statusCode, code: expect.any(String), title: expect.any(String) })
  expect(faults).toEqual([])
})
