/**
 * Learns from the authority's own orders, or from a file of its history, what tells kind, subject and unit of a message; docs/runbook/training.md.
 *
 *   npm run train                            learns from the orders; what tells more than the rules do is in use from then on
 *   npm run train -- --from FILE             learns from a table or lines of JSON: text, kind, subject, unit
 *   npm run train -- --list                  what was learned, with its figures
 *   npm run train -- --use 3 [--tells kind]  goes back, or on, to a version
 *   npm run train -- --rules [--tells kind]  the rules alone
 *
 * `--authority ID` names another authority than the one the program serves. The program may run meanwhile.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { App } from '../app.ts'
import { CannotStart, orSay } from '../cannot-start.ts'
import { readConfig, type Config } from '../config.ts'
import { systemActor } from '../db/actor.ts'
import { withEmbeddedOwner } from '../db/embedded/index.ts'
import { missingMigrations } from '../db/migrate.ts'
import { noticesOf } from '../db/notices.ts'
import { databaseOn, openPool } from '../db/pool.ts'
import { asActor } from '../db/transaction.ts'
import { readKeyFile } from '../keys/key-file.ts'
import {
  historyOfFile,
  historyOfOrders,
  listModels,
  told,
  train,
  useRules,
  useVersion,
  type History,
  type ModelRow,
  type Outcome,
  type Told,
} from '../modules/learning/index.ts'
import { civilDateOf, faultLine, unitsOn } from '../modules/organisation/index.ts'
import { openLog } from '../start/log.ts'
import { systemClock } from '../time/clock.ts'

const usage = new CannotStart(
  '用法：npm run train -- [--from 文件 | --list | --use 版本 | --rules] [--tells kind|subject|unit] [--authority 编号]',
  'Usage: npm run train -- [--from FILE | --list | --use VERSION | --rules] [--tells kind|subject|unit] [--authority ID]',
)

const option = { type: 'string' } as const
const flag = { type: 'boolean' } as const
type Asked = { readonly from?: string; readonly list?: boolean; readonly use?: string; readonly rules?: boolean; readonly tells?: string }

const read = (): Asked & { readonly authority?: string } => {
  try {
    return parseArgs({ options: { from: option, list: flag, use: option, rules: flag, tells: option, authority: option } }).values
  } catch {
    throw usage
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const names: Readonly<Record<Told, string>> = { kind: '类别 kind', subject: '事项 subject', unit: '承办单位 unit' }
const percent = (share: number): string => share.toFixed(3)

const outcomeLine = (outcome: Outcome): string => {
  const name = names[outcome.tells]
  if (outcome.became === 'too-few') return `${name}：样本太少，仍用规则 too few examples, the rules stay`
  const { figures, rules, heldOut } = outcome
  const held = `macro-F1 ${percent(figures.macroF1)} / ${percent(rules.macroF1)}，accuracy ${percent(figures.accuracy)} / ${percent(rules.accuracy)} (${heldOut})`
  const became = outcome.became === 'in-use' ? '启用 in use' : '不优于规则，不启用 no better than the rules, not used'
  return `${name}：${became}；模型 / 规则 model / rules: ${held}`
}

const states = { candidate: '未启用 candidate', 'in-use': '在用 in use', retired: '已停用 retired' } as const
const rowLine = (row: ModelRow): string => {
  const span = row.first_on === null ? row.source : `${row.first_on.toString()} – ${row.last_on?.toString() ?? ''}`
  const figures = `macro-F1 ${percent(row.figure)} / ${percent(row.rules_figure)} (${row.held_out})`
  return `${row.version}  ${names[row.tells]}  ${states[row.state]}  ${figures}  ${row.examples} ← ${span}  ${row.digest.slice(0, 12)}`
}

const fileHistory = async (app: App, path: string): Promise<History> => {
  if (!existsSync(path)) throw new CannotStart(`没有文件 ${path}。`, `There is no file ${path}.`)
  const units = await asActor(app.database, systemActor(app.config.authorityId), (tx) => unitsOn(tx, civilDateOf(app.clock.now())))
  const checked = historyOfFile(
    basename(path),
    readFileSync(path, 'utf8'),
    units.map(({ unitId }) => unitId),
  )
  if (checked.ok) return checked.value
  throw new CannotStart(
    `${path} 有 ${checked.faults.length} 处错误，什么也没有学。`,
    `${path} has ${checked.faults.length} faults; nothing was learned.`,
    checked.faults.map(faultLine).join('\n'),
  )
}

const use = async (app: App, version: string, tells: readonly Told[]): Promise<void> => {
  const chosen = await useVersion(app, Number(version), tells)
  if (chosen.became === 'used') return say(`已启用 in use: ${version} ${chosen.tells.map((one) => names[one]).join('、')}`)
  throw chosen.became === 'no-better'
    ? new CannotStart(`第 ${version} 版不优于规则，不能启用。`, `Version ${version} tells no more than the rules do and is not used.`)
    : new CannotStart(`没有第 ${version} 版；用 --list 查看。`, `There is no version ${version}; see --list.`)
}

const learnFrom = async (app: App, from: string | undefined): Promise<void> => {
  const history = from === undefined ? await historyOfOrders(app) : await fileHistory(app, from)
  const { version, outcomes } = await train(app, history)
  say(`第 ${version} 版，${history.past.length} 条 version ${version}, ${history.past.length} messages`)
  for (const outcome of outcomes) say(outcomeLine(outcome))
}

const run = async (app: App, asked: Asked): Promise<void> => {
  const tells = told.filter((one) => asked.tells === undefined || asked.tells === one)
  const isOneThing =
    [asked.from !== undefined, asked.list === true, asked.use !== undefined, asked.rules === true].filter(Boolean).length <= 1
  if (tells.length === 0 || !isOneThing || (asked.use !== undefined && !/^[1-9]\d{0,8}$/.test(asked.use))) throw usage
  if (asked.list === true) return (await listModels(app)).forEach((row) => say(rowLine(row)))
  if (asked.use !== undefined) return use(app, asked.use, tells)
  if (asked.rules !== true) return learnFrom(app, asked.from)
  await useRules(app, tells)
  say(`只用规则 the rules alone: ${tells.map((one) => names[one]).join('、')}`)
}

const onDatabase = async (url: string, config: Config, asked: Asked): Promise<void> => {
  const keyring = readKeyFile(config.keyFile)
  const pool = openPool({ url, max: 2 })
  const notices = noticesOf(url)
  try {
    if (keyring === undefined || (await missingMigrations(pool)).length > 0)
      throw new CannotStart('数据库还没有准备好：请先启动一次 npm start。', 'The database is not prepared: run npm start once.')
    await run({ config, database: databaseOn(pool), notices, clock: systemClock, keyring, log: openLog(config, systemClock) }, asked)
  } finally {
    await notices.close()
    await pool.end()
  }
}

await orSay(async () => {
  const { authority, ...asked } = read()
  const settings = readConfig(process.env)
  const config = authority === undefined ? settings : { ...settings, authorityId: authority }
  if (config.database !== undefined) return onDatabase(config.database.serverUrl, config, asked)
  const embedded = { dataFolder: join(config.dataFolder, 'postgres'), logFile: join(config.dataFolder, 'postgres.log') }
  return withEmbeddedOwner(embedded, (ownerUrl) => onDatabase(ownerUrl, config, asked))
})
