// Runs the real program on an empty data folder and leaves nothing behind.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { portName } from './setting.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'open12345-e2e-'))

const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_|OPEN12345_)/.test(name))),
  NODE_ENV: 'development',
  PORT: process.env[portName],
  HOST: 'localhost',
  OPEN12345_DATA: folder,
  OPEN12345_DEMO: 'on',
  OPEN12345_DEMO_DAYS: '2',
  OPEN12345_RATE_LIMITS: 'off',
}

const program = spawn(process.execPath, ['--import', import.meta.resolve('./clock.ts'), join(root, 'server', 'src', 'main.ts')], {
  cwd: root,
  env: environment,
  // The channel carries nothing: when this process is killed it closes, and the program, which listens for that, goes too.
  // Nobody reads what it says, and a reader that has gone must not keep it from stopping in good order.
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
})

const stop = (): void => void program.kill('SIGTERM')
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
// The runner holds the other end: if it dies without a word, this ends all the same.
process.stdin.on('end', stop).on('error', stop).resume()

program.once('exit', (code) => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  process.exit(code ?? 1)
})
