import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { EmbeddedDatabase } from '../server/src/db/embedded/index.ts'
import { openPool } from '../server/src/db/pool.ts'
import { fillDatabase } from './bulk/fill.ts'
import { measureCreate } from './create.ts'
import { explainRate } from './explain.ts'
import { openDatabase, openHouse, type House, type Roles } from './house.ts'
import { lifecycle, seatLogins, signInPeople, type People } from './lifecycle.ts'
import { measure, type Measured } from './measure.ts'
import { freePort } from './free-port.ts'
import { firstLoads } from './pages.ts'
import { statementsOfOneCreate } from './one-create.ts'
import { populate, withApp } from './populate.ts'
import { measureReading, readingsOf } from './reads.ts'
import { takeSamples } from './samples.ts'
import { measureStarts } from './start.ts'
import { measureSweep } from './sweep.ts'
import { report, type Line } from './report.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '0' },
    'state-only': { type: 'string', default: '0' },
    seconds: { type: 'string', default: '10' },
    /** Leaves the filled database for the next run. */
    keep: { type: 'boolean', default: false },
    'fill-only': { type: 'boolean', default: false },
    folder: { type: 'string', default: join(root, '.cache', 'bench') },
  },
})
const [orders, stateOnly, seconds] = [Number(values.orders), Number(values['state-only']), Number(values.seconds)]
const folder = join(values.folder, `${orders}-${stateOnly}`)
const filledMark = join(folder, 'filled')
const port = await freePort()
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const lines: Line[] = []
const tell = (name: string, measured: Measured | Readonly<Record<string, number>>): void => {
  const line = { name, orders: orders + stateOnly, ...measured }
  lines.push(line)
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

const withDatabase = async <T>(isCareless: boolean, work: (database: EmbeddedDatabase) => Promise<T>): Promise<T> => {
  const database = await openDatabase(folder, isCareless)
  try {
    return await work(database)
  } finally {
    await database.stop()
  }
}

const patternDays = 10

const fill = (): Promise<void> =>
  withDatabase(true, async (database) => {
    await populate(folder, database, patternDays)
    const owner = openPool({ url: database.ownerUrl, max: 1 })
    try {
      const wanted = { ownerUrl: database.ownerUrl, folder, whole: orders, stateOnly, say }
      if (orders > 0) await withApp(folder, database, (app) => fillDatabase(owner, app, wanted))
      else await owner.query('vacuum (analyze)')
    } finally {
      await owner.end()
    }
    writeFileSync(filledMark, '')
  })

/** Warmed up, then measured. */
const measureLifecycle = async (house: House, people: People, name: string): Promise<void> => {
  await measure(house, seconds, seatLogins.length, (worker) => lifecycle(people, worker))
  tell(name, await measure(house, seconds, seatLogins.length, (worker) => lifecycle(people, worker)))
}

const writes = async (house: House, database: EmbeddedDatabase): Promise<void> => {
  // Before the people sit down: it uses one of their seats.
  const one = await statementsOfOneCreate(folder, database)
  const people = await signInPeople(house)
  await measureLifecycle(house, people, 'lifecycle')
  await measureCreate({ house, one, database, people, seconds, tell })
}

const reads = async (house: House, database: EmbeddedDatabase): Promise<void> => {
  for (const reading of await readingsOf(house, await takeSamples(folder, database)))
    tell(reading.name, await measureReading(house, reading))
}

if (!values.keep) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
if (!existsSync(filledMark)) await fill()
if (values['fill-only']) process.exit(0)
const inHouse = async (database: EmbeddedDatabase, roles: Roles, work: (house: House) => Promise<void>): Promise<void> => {
  const house = await openHouse(folder, database, port, roles)
  try {
    await work(house)
  } finally {
    await house.close()
  }
}

await withDatabase(false, async (database) => {
  await inHouse(database, 'http', async (house) => {
    tell('server start', { ms: house.readyAfterMs })
    await reads(house, database)
    tell('first loads', await firstLoads(port))
    await writes(house, database)
  })
  await inHouse(database, 'http,jobs', async (house) =>
    measureLifecycle(house, await signInPeople(house), 'lifecycle, messages sent meanwhile'),
  )
  tell('clock sweep', await withApp(folder, database, (app) => measureSweep(app, database)))
})
if (orders === 0) tell('start of everything', await measureStarts(port))
tell('explain', explainRate())
process.stderr.write(report(lines, `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB`))
if (!values.keep) rmSync(folder, { recursive: true, force: true })
