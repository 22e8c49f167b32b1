import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { biteCommand } from './bite-command.ts'
import { gather } from './gather.ts'
import type { Judged } from './judge.ts'
import { asPage, asTable } from './show.ts'

const USAGE = `Clauses of the regulation, the rules that carry them, the tests that prove it (条款、规则、测试对照).

  npm run trace                              run the tests named for a clause, print the table, write docs/regulation/trace.md
  npm run trace -- --results FILE[,FILE]     take the JSON reports of Vitest and Playwright instead of running anything
  npm run trace -- --check                   refuse where docs/regulation/trace.md is stale, instead of writing it
  npm run --silent trace -- --json           [{clause, status, rules, tests}]
  npm run trace -- --bite [--clause ID …]    spoil each carried clause in a copy of the tree; a test named for it must turn red
`

const root = join(import.meta.dirname, '..', '..')
const page = join(root, 'docs', 'regulation', 'trace.md')

const keepPage = (text: string, isCheck: boolean): readonly string[] => {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : undefined
  if (before === text) return []
  if (isCheck) return ['docs/regulation/trace.md is stale: run npm run trace and commit it.']
  mkdirSync(dirname(page), { recursive: true })
  writeFileSync(page, text)
  return []
}

type Wanted = { readonly json: boolean; readonly check: boolean }

const conclude = (faults: readonly string[]): void => {
  for (const fault of faults) process.stderr.write(`✗ ${fault}\n`)
  process.exitCode = faults.length > 0 ? 1 : 0
}

/** Nothing is written from a trace with faults: the page would tell of a broken tree. */
const tell = ({ rows, faults }: Judged, { json, check }: Wanted): void => {
  process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : asTable(rows))
  conclude(faults.length > 0 || json ? faults : keepPage(asPage(rows), check))
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      results: { type: 'string' },
      bite: { type: 'boolean', default: false },
      clause: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  if (values.bite) {
    conclude(await biteCommand(root, values.clause))
    return
  }
  const reports = (values.results ?? '').split(',').flatMap((path) => (path === '' ? [] : [resolve(path)]))
  tell(await gather(root, reports), values)
}

try {
  await main()
} catch (error) {
  conclude([error instanceof Error ? error.message : String(error)])
}
