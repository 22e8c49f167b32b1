import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../scripts/need-browser.ts'
import { address, portName, shiftName, startsAt } from './setting.ts'

const root = join(import.meta.dirname, '..')

const freePort = `const s=require('net').createServer().listen(0,'localhost',()=>{console.log(s.address().port);s.close()})`
// Who names both runs the program themselves (e2e/program.ts), once for many runs.
const isRunning = process.env[portName] !== undefined && process.env[shiftName] !== undefined
// Chosen once, before the workers read this file again.
process.env[portName] ??= spawnSync(process.execPath, ['-e', freePort], { encoding: 'utf8' }).stdout.trim()
process.env[shiftName] ??= String(Temporal.Instant.from(startsAt).since(Temporal.Now.instant()).total('milliseconds'))

const browser = findBrowser()

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: join(root, '.cache', 'e2e.json') }]],
  use: {
    baseURL: address(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Pictures of every moment would cost more than the journeys.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" "${fileURLToPath(import.meta.resolve('./program.ts'))}"`,
    url: `${address()}/`,
    reuseExistingServer: isRunning,
    timeout: 120_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
  },
})
