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
  readonly env?: Readonly<Record<string, string>>
}
export type Ran = { readonly isReported: boolean; readonly output: string }

/** Runs named tests and leaves Vitest's JSON report; whether they passed stands in there. */
export const runVitest = ({ root, files, title, report, more = [], env = {} }: Run): Promise<Ran> => {
  rmSync(report, { force: true })
  mkdirSync(dirname(report), { recursive: true })
  const vitest = join(root, 'node_modules', '.bin', 'vitest')
  const args = ['run', '--reporter=json', `--outputFile=${report}`, '-t', title, ...more, ...files]
  return new Promise((resolve) => {
    const child = spawn(vitest, args, {
      cwd: root,
      env: { ...process.env, ...env, NO_COLOR: '1', PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = (more = ''): void => resolve({ isReported: existsSync(report), output: Buffer.concat(chunks).toString().trim() + more })
    child.once('error', (error) => end(String(error)))
    child.once('close', () => end())
  })
}
