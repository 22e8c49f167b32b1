import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clockText, type ClockSetting } from './clock-setting.ts'

export const gatewaySecret = 'a-secret-of-the-gateway'

export type ProgramSettings = {
  readonly folder: string
  readonly port: number
  readonly gatewayUrl: string
  readonly deduplicates: boolean
  readonly clock: ClockSetting
}
export type Program = { readonly child: ChildProcess; readonly hasEnded: () => boolean; readonly ended: Promise<number | null> }

const sources = join(import.meta.dirname, '..', '..')

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { readonly port: number }
      probe.close(() => resolve(port))
    })
  })

const environmentOf = ({ folder, port, gatewayUrl, deduplicates, clock }: ProgramSettings): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  PORT: String(port),
  HOST: '127.0.0.1',
  OPEN12345_DATA: folder,
  OPEN12345_DEMO: 'on',
  OPEN12345_DEMO_DAYS: '0',
  OPEN12345_RATE_LIMITS: 'off',
  OPEN12345_SMS_URL: gatewayUrl,
  OPEN12345_SMS_SECRET: gatewaySecret,
  OPEN12345_SMS_DEDUPLICATES: deduplicates ? 'on' : 'off',
  OPEN12345_KILL_CLOCK: clockText(clock),
})

const outputOf = (folder: string): string => join(folder, 'output.log')
export const lastWords = (folder: string): string => readFileSync(outputOf(folder), 'utf8').trim().split('\n').slice(-6).join(' | ')

/** The program as somebody starts it, in a process of its own, with the database that it brings itself. */
export const startProgram = (settings: ProgramSettings): Program => {
  const output = openSync(outputOf(settings.folder), 'a')
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'shifted-clock.ts'), join(sources, 'main.ts')], {
    env: environmentOf(settings),
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended, hasEnded: () => child.exitCode !== null || child.signalCode !== null }
}

const isWell = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5_000) })).status === 200
  } catch {
    return false
  }
}

const patienceMs = 120_000

/** False: it went down instead. */
export const untilWell = async ({ hasEnded }: Program, { port, folder }: ProgramSettings): Promise<boolean> => {
  for (const begun = performance.now(); performance.now() - begun < patienceMs; await pause(25)) {
    if (hasEnded()) return false
    if (await isWell(port)) return true
  }
  throw new Error(`the program is not well after two minutes: ${lastWords(folder)}`)
}
