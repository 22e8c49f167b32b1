import { route } from '@open12345/contract/kernel'
import { accept, refuse } from '@open12345/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp, type TestApp } from '../testing/index.ts'
import { mount } from './mount.ts'

const greet = route({
  method: 'POST',
  path: '/greetings/:name',
  summary: 'Greets',
  tag: 'test',
  access: { kind: 'public' },
  params: z.object({ name: z.string().max(5) }),
  body: z.object({ times: z.int().min(1).max(3) }),
  response: z.object({ text: z.string() }),
  status: 201,
  command: true,
})
const secret = route({
  method: 'GET',
  path: '/secrets',
  summary: 'Secrets',
  tag: 'test',
  access: { kind: 'staff', action: 'none' },
  response: z.object({}),
})

let house: TestApp
beforeAll(async () => {
  const greeting = mount(greet, async ({ params, body }) => {
    if (params.name === '空') return refuse({ code: 'greeting.nobody', facts: { name: params.name } })
    const answer = { text: `${params.name}好`.repeat(body.times), hidden: 'never leaves' }
    return accept(answer)
  })
  const refusals = { 'greeting.nobody': { nature: 'forbidden-step', clause: '12-1', zh: '没有{name}。', en: 'No {name}.' } } as const
  house = await testApp({ modules: [{ name: 'test', endpoints: [greeting, mount(secret, async () => accept({}))], refusals }] })
})
afterAll(() => house.close())

const post = (name: string, payload: unknown, headers: Record<string, string> = {}) =>
  house.server.inject({ method: 'POST', url: `/api/v1/greetings/${encodeURIComponent(name)}`, payload: payload as object, headers })

test('声明之外的字段不出门', async () => {
  const response = await post('王', { times: 2 })
  expect(response.statusCode).toBe(201)
  expect(response.json()).toEqual({ text: '王好王好' })
})

test('拒绝是一句中文、一个条款，英文按需', async () => {
  const zh = await post('空', { times: 1 })
  expect(zh.statusCode).toBe(409)
  expect(zh.headers['content-type']).toContain('application/problem+json')
  expect(zh.json()).toMatchObject({ code: 'greeting.nobody', title: '没有空。', clause: '12-1', status: 409 })
  const en = await post('空', { times: 1 }, { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' })
  expect(en.json().title).toBe('No 空.')
})

test('填错的字段逐项指出', async () => {
  const response = await post('王', { times: 9 })
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({
    code: 'input.invalid',
    errors: [{ field: 'body.times', message: expect.stringContaining('数值过大') }],
  })
})

test('未登录者进不了工作人员的门', async () => {
  const response = await house.server.inject('/api/v1/secrets')
  expect(response.statusCode).toBe(401)
  expect(response.json()).toMatchObject({ code: 'access.not-signed-in' })
})
