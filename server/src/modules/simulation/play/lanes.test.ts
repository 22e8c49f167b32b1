import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '../../../testing/index.ts'
import type { Lane } from '../story.ts'
import { inLanes } from './lanes.ts'

let house: TestApp
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())

const waitsForDisk = async ({ database }: Lane['app']): Promise<string | undefined> =>
  (await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(database)).rows[0]?.synchronous_commit

test('每条跑道一个连接、一只钟；收起之后，迟来的一步走程序自己的连接', async () => {
  let kept: readonly Lane[] = []
  await inLanes(house.app, 2, 0, async (lanes) => {
    kept = lanes
    const [one, other] = lanes
    expect(one?.app.database).not.toBe(other?.app.database)
    one?.clock.set(Temporal.Instant.fromEpochMilliseconds(5))
    expect(other?.app.clock.now().epochMilliseconds).toBe(0)
    expect(await Promise.all(lanes.map(({ app }) => waitsForDisk(app)))).toEqual(['off', 'off'])
  })
  expect(kept.map(({ app }) => app.database)).toEqual([house.app.database, house.app.database])
})

test('出错时也收起', async () => {
  let kept: readonly Lane[] = []
  const failing = inLanes(house.app, 1, 0, async (lanes) => {
    kept = lanes
    throw new Error('stopped')
  })
  await expect(failing).rejects.toThrow('stopped')
  expect(kept[0]?.app.database).toBe(house.app.database)
})
