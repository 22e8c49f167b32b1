import { mkdirSync, rmSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nobody } from '../server/src/db/actor.ts'
import { openPool } from '../server/src/db/pool.ts'
import { asActor } from '../server/src/db/transaction.ts'
import { findKnowledge } from '../server/src/modules/knowledge/index.ts'
import { inventItem, inventQuestion } from './bulk/knowledge-words.ts'
import { fillKnowledge } from './bulk/knowledge.ts'
import { databasePid } from './database-pid.ts'
import { openDatabase } from './house.ts'
import { withApp } from './populate.ts'
import { processorMs } from './processor-time.ts'
import { report, type Line } from './report.ts'

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '200' },
    folder: { type: 'string', default: join(import.meta.dirname, '..', '.cache', 'bench-knowledge') },
  },
})
const [items, questions] = [Number(values.items), Number(values.questions)]
const on = Temporal.PlainDate.from('2026-03-02')

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** This process and the database together: what a question costs on a machine that does other work meanwhile. */
const processMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + processorMs(databasePid(join(values.folder, 'postgres')))
}

rmSync(values.folder, { recursive: true, force: true })
mkdirSync(values.folder, { recursive: true })
const database = await openDatabase(values.folder, true)
const lines: Line[] = []
try {
  await withApp(values.folder, database, async (app) => {
    const owner = openPool({ url: database.ownerUrl, max: 1 })
    const begun = performance.now()
    await fillKnowledge(owner, app.config.authorityId, items, inventItem)
    await owner.end()
    process.stderr.write(`filled in ${Math.round((performance.now() - begun) / 1000)} s\n`)
    for (const [name, signs] of [
      ['two signs', 2],
      ['a dozen signs', 12],
      ['a whole message, 500 signs', 500],
    ] as const) {
      const ask = (text: string) => asActor(app.database, nobody(app.config.authorityId), (tx) => findKnowledge(tx, { text, on, most: 20 }))
      const times: number[] = []
      let busy = processMs()
      for (let nth = 0; nth < questions + 20; nth++) {
        const text = inventQuestion(signs)
        if (nth === 20) busy = processMs()
        const started = performance.now()
        await ask(text)
        // The first ones warm the caches up.
        if (nth >= 20) times.push(performance.now() - started)
      }
      const sorted = times.toSorted((one, other) => one - other)
      lines.push({
        name,
        items,
        p50Ms: quantile(sorted, 0.5),
        p95Ms: quantile(sorted, 0.95),
        mostMs: sorted.at(-1) ?? 0,
        processorMsEach: (processMs() - busy) / questions,
      })
    }
  })
} finally {
  await database.stop()
  rmSync(values.folder, { recursive: true, force: true })
}
process.stderr.write(report(lines, `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB`))
