import type { House } from './house.ts'

export type Measured = {
  readonly perSecond: number
  readonly serverMsEach: number
  readonly databaseMsEach: number
  readonly clientMsEach: number
  readonly p50Ms: number
  readonly p95Ms: number
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const ownMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Does `work` again and again for so many seconds, so many at a time. */
export const measure = async (
  house: House,
  seconds: number,
  atOnce: number,
  work: (worker: number) => Promise<unknown>,
): Promise<Measured> => {
  const times: number[] = []
  const before = { server: house.serverMs(), database: house.databaseMs(), client: ownMs(), at: performance.now() }
  const end = before.at + seconds * 1000
  const one = async (worker: number): Promise<void> => {
    while (performance.now() < end) {
      const started = performance.now()
      await work(worker)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => one(worker)))
  const elapsed = (performance.now() - before.at) / 1000
  const sorted = times.toSorted((a, b) => a - b)
  return {
    perSecond: times.length / elapsed,
    serverMsEach: (house.serverMs() - before.server) / times.length,
    databaseMsEach: (house.databaseMs() - before.database) / times.length,
    clientMsEach: (ownMs() - before.client) / times.length,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
  }
}
