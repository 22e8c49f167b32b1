import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askAt } from './ask.ts'
import { untilReady } from './house.ts'

const main = join(import.meta.dirname, '../server/src/main.ts')

const startOnce = async (folder: string, port: number): Promise<number> => {
  const begun = performance.now()
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', OPEN12345_DATA: folder, DATABASE_URL: '', DATABASE_OWNER_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await untilReady(server, askAt(port))
    return (performance.now() - begun) / 1000
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
}

/** Seconds from nothing to the first answer, the demonstration's month included, and of a start after it. The pages are built already. */
export const measureStarts = async (port: number): Promise<Readonly<Record<string, number>>> => {
  const folder = mkdtempSync(join(tmpdir(), 'open12345-start-'))
  try {
    return { firstSeconds: await startOnce(folder, port), laterSeconds: await startOnce(folder, port) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
