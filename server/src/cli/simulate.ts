import { parseArgs } from 'node:util'
import { assemble } from '../assembly.ts'
import { CannotStart, orSay } from '../cannot-start.ts'
import { readConfig } from '../config.ts'
import { openApp } from '../main.ts'
import { readSmsSettings } from '../modules/message/index.ts'
import { loadMonth, summaryOf, type Simulation } from '../modules/simulation/index.ts'
import { demonstrate } from '../start/demonstration.ts'
import { ensurePrefecture } from '../start/prefecture.ts'
import { systemClock } from '../time/clock.ts'

const usage = new CannotStart(
  '用法：npm run simulate -- [--days 天数] [--per-day 每天件数] [--until 时刻或日期] [--seed 整数]',
  'Usage: npm run simulate -- [--days N] [--per-day N] [--until INSTANT_OR_DATE] [--seed N]',
)
const notEmpty = new CannotStart(
  '数据库里已有数据，模拟只在空库里进行：请用 OPEN12345_DATA 指定另一个目录。',
  'The database holds data already; a month is played in an empty one: name another folder by OPEN12345_DATA.',
)

const wholeNumber = (text: string | undefined, usual: number, most: number): number => {
  const number = text === undefined ? usual : Number(text)
  if (!Number.isInteger(number) || number < 0 || number > most) throw usage
  return number
}

/** A date means its first instant in the prefecture. */
const instant = (text: string | undefined): Temporal.Instant => {
  if (text === undefined) return systemClock.now()
  try {
    return text.includes('T') ? Temporal.Instant.from(text) : Temporal.PlainDate.from(text).toZonedDateTime('Asia/Shanghai').toInstant()
  } catch {
    throw usage
  }
}

const option = { type: 'string' } as const
const read = (): Simulation => {
  const { values } = parseArgs({ options: { days: option, 'per-day': option, until: option, seed: option } })
  return {
    days: wholeNumber(values.days, 30, 400),
    perDay: wholeNumber(values['per-day'], 50, 5_000),
    until: instant(values.until).epochMilliseconds,
    seed: wholeNumber(values.seed, 12_345, 2 ** 31),
  }
}

await orSay(async () => {
  const simulation = read()
  const config = { ...readConfig(process.env), demonstration: true }
  await using running = new AsyncDisposableStack()
  const { app } = await openApp(running, config)
  const { modules } = assemble(readSmsSettings({}))
  process.stdout.write(await ensurePrefecture(app))
  let summary: string | undefined
  await demonstrate(app, {
    accounts: [],
    load: async () => {
      summary = await summaryOf(app, await loadMonth(app, modules, simulation))
    },
  })
  if (summary === undefined) throw notEmpty
  process.stdout.write(summary)
})
