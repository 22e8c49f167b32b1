import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Run = {
  /** The tree whose tests run. */
  readonly root: string
  readonly files: readonly string[]
  /** What a test's full name must match. */
  readonly title: string
  readonly report: string
  readonly more?: readonly string[]
  readonly signal?: AbortSignal
}
export type Ran = { readonly isReported: boolean; readonly output: string }

/** Runs named tests and leaves Vitest's JSON report; whether they passed stands in there. */
export const runVitest = ({ root, files, title, report, more = [], signal }: Run): Promise<Ran> => {
  rmSync(report, { force: true })
  mkdirSync(dirname(report), { recursive: true })
  const vitest = join(root, 'node_modules', '.bin', 'vitest')
  const args = ['run', '--reporter=json', `--outputFile=${report}`, '-t', title, ...more, ...files]
  return new Promise((resolve, reject) => {
    const child = spawn(vitest, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    // Vitest stops its database before it goes, so it is asked rather than killed, and awaited.
    const interrupt = (): boolean => child.kill('SIGINT')
    signal?.addEventListener('abort', interrupt)
    child.once('error', reject)
    child.once('close', () => {
      signal?.removeEventListener('abort', interrupt)
      if (signal?.aborted === true) reject(new Error('Interrupted.'))
      else resolve({ isReported: existsSync(report), output: Buffer.concat(chunks).toString().trim() })
    })
  })
}
