import { accept, refuse } from '@open12345/domain/kernel'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp, type TestApp } from '../testing/index.ts'
import { systemActor } from './actor.ts'
import { once } from './idempotency.ts'
import { decideAs } from './transaction.ts'

let house: TestApp
let done = 0
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())
beforeEach(() => void (done = 0))

const actor = systemActor('liangshan')
const asked = (key: string | undefined, input: string) => ({
  actor,
  at: house.clock.now(),
  route: 'POST /things',
  idempotencyKey: key,
  digest: Buffer.from(input),
})
const send = (key: string | undefined, input: string, refused = false) =>
  decideAs(house.app.database, actor, (tx) =>
    once(tx, asked(key, input), async () => (refused ? refuse({ code: 'thing.refused' }) : accept({ thingId: `thing-${++done}` }))),
  )

test('同一编号、同一内容只办一次', async () => {
  expect(await send('key-0001', 'a')).toEqual({ ok: true, value: { ids: { thingId: 'thing-1' }, repeated: false } })
  expect(await send('key-0001', 'a')).toEqual({ ok: true, value: { ids: { thingId: 'thing-1' }, repeated: true } })
  expect(done).toBe(1)
})

test('同一编号、不同内容被拒绝', async () => {
  await send('key-0002', 'a')
  expect(await send('key-0002', 'b')).toEqual({ ok: false, refusal: { code: 'idempotency.key-reused' } })
})

test('被拒绝的操作不占用编号', async () => {
  expect((await send('key-0003', 'a', true)).ok).toBe(false)
  expect(await send('key-0003', 'b')).toMatchObject({ ok: true, value: { repeated: false } })
})

test('两人同时送来同一编号，只有一个办理，另一个得到同样的结果', async () => {
  const answers = await Promise.all([send('key-0004', 'a'), send('key-0004', 'a'), send('key-0004', 'a')])
  expect(done).toBe(1)
  expect(answers.map((answer) => answer.ok && answer.value.ids.thingId)).toEqual(['thing-1', 'thing-1', 'thing-1'])
  expect(answers.filter((answer) => answer.ok && !answer.value.repeated)).toHaveLength(1)
})

test('没有编号就每次都办', async () => {
  await send(undefined, 'a')
  await send(undefined, 'a')
  expect(done).toBe(2)
})
