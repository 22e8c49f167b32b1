import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { roomyFolder } from '../testing/roomy-folder.ts'
import { trial } from './testing/trial.ts'

const minutes = 60_000

const fiveKills = async (seed: number, deduplicates: boolean) => {
  const folder = mkdtempSync(join(roomyFolder(), `open12345-test-${process.pid}-kill-`))
  chmodSync(folder, 0o711)
  try {
    return await trial({ folder, kills: 5, seed, deduplicates, citizens: 4 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('质量门槛：任何时刻 kill -9 程序或数据库', () => {
  // Side by side: most of the time is waiting for what comes up again.
  test.concurrent.each([
    ['网关认得编号：短信至少送出一次', 1, true],
    ['网关不认编号：结果不明的不自行重发，由人决定', 2, false],
  ])(
    '已答复的命令不丢、不重做，事件折叠等于状态行，审计链完好，不留孤儿进程；%s',
    async (_, seed, deduplicates) => {
      const { findings, commands, messages, faults } = await fiveKills(seed, deduplicates)
      expect(findings).toEqual([])
      expect(faults).toEqual([])
      expect(commands).toBeGreaterThan(20)
      expect(messages).toBeGreaterThan(5)
    },
    5 * minutes,
  )
})
