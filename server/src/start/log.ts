import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../app.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../time/clock.ts'

/** One JSON object a line. Production writes to its standard output; otherwise a file, so that the terminal stays readable. */
export const openLog = (config: Config, clock: Clock): Log => {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o711 })
  const out = config.production ? process.stdout : createWriteStream(join(config.dataFolder, 'server.log'), { flags: 'a', mode: 0o600 })
  const at = (level: string) => (facts: Readonly<Record<string, unknown>>, sentence: string) =>
    void out.write(`${JSON.stringify({ at: clock.now().toString(), level, sentence, ...facts })}\n`)
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
