import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run, runAll, type Command, type Done } from './command.ts'
import { needBrowser } from './need-browser.ts'
import { addCounts, noCounts, readPlaywright, readVitest, type Counts } from './test-report.ts'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.cache', 'test')
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const has = (path: string): boolean => existsSync(join(root, path))
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)
const script = (title: string, path: string, ...args: readonly string[]): Command => ({
  title,
  command: process.execPath,
  args: [join(root, path), ...args],
})

/** Steps that are right or wrong as a whole; those that can run side by side do. */
const gates: readonly Command[] = [
  script('类型 types', 'scripts/types.ts'),
  { title: '代码检查 lint', command: bin('oxlint'), args: ['--deny-warnings'] },
  { title: '格式 format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  script('架构 structure', 'scripts/check-structure.ts'),
  script('网页 web build', 'scripts/build-web.ts'),
]

const say = ({ title, isGood, seconds, output }: Done, counts?: Counts): void => {
  const told =
    counts === undefined
      ? ''
      : `  ${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`
  process.stdout.write(`${isGood ? '✓' : '✗'} ${title}  ${seconds.toFixed(1)} s${told}\n`)
  if (!isGood && output !== '') process.stdout.write(`${output}\n`)
}

/** A step that fails without naming a test counts as one failure. */
const judged = (done: Done, counts: Counts): Counts =>
  done.isGood || counts.failed > 0 ? counts : addCounts(counts, { passed: 0, failed: 1, skipped: 0 })

const checkGates = async (): Promise<Counts> => {
  const done = await runAll(gates)
  for (const one of done) say(one)
  return { passed: 0, failed: done.filter(({ isGood }) => !isGood).length, skipped: 0 }
}

const runTests = async (): Promise<Counts> => {
  const report = vitestReport
  const title = '规则与服务 rules and server, on PostgreSQL'
  const done = await run(
    { title, command: bin('vitest'), args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] },
    true,
  )
  const counts = judged(done, readVitest(report))
  say(done, counts)
  return counts
}

const runJourneys = async (): Promise<Counts> => {
  if (!has('e2e/playwright.config.ts')) return noCounts
  const title = '浏览器 browser journeys'
  const lacking = needBrowser()
  if (lacking !== undefined) {
    say({ title, isGood: false, seconds: 0, output: lacking })
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const report = playwrightReport
  const command = {
    title,
    command: bin('playwright'),
    args: ['test', '--config', 'e2e', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  }
  const done = await run(command, true)
  const counts = judged(done, readPlaywright(report))
  say(done, counts)
  return counts
}

/** Joins the clauses to the rules that carry them and to the tests that were just run. */
const traceClauses = async (): Promise<Counts> => {
  const ran = [vitestReport, playwrightReport].filter((report) => existsSync(report))
  const done = await run(script('条款对照 trace', 'scripts/trace/main.ts', '--check', '--results', ran.join(',')))
  say(done)
  return judged(done, noCounts)
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const total = [await checkGates(), await runTests(), await runJourneys(), await traceClauses()].reduce(addCounts)
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 ? 1 : 0
