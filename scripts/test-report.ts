import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 }
export const addCounts = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
})

const vitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number() })
  .transform((report): Counts => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))

const playwrightReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }) })
  // A journey that passes at the second try only is a failure that hides.
  .transform(({ stats }): Counts => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }))

const read = (schema: z.ZodType<Counts>, path: string): Counts => {
  if (!existsSync(path)) return noCounts
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

export const readVitest = (path: string): Counts => read(vitestReport, path)
export const readPlaywright = (path: string): Counts => read(playwrightReport, path)
