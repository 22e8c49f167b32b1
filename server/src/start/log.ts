import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../app.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../time/clock.ts'

const largest = 50 * 1024 ** 2

/** The log of this start; one that grew large is set aside. */
const logFile = (path: string) => {
  if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.1`)
  return createWriteStream(path, { flags: 'a', mode: 0o600 })
}

/** One JSON object a line. Production writes to its standard output; otherwise a file, so that the terminal stays readable. */
export const openLog = (config: Config, clock: Clock): Log => {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o711 })
  const out = config.production ? process.stdout : logFile(join(config.dataFolder, 'server.log'))
  const at = (level: string) => (facts: Readonly<Record<string, unknown>>, sentence: string) =>
    void out.write(`${JSON.stringify({ at: clock.now().toString(), level, sentence, ...facts })}\n`)
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
