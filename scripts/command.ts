import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

// Colours are for eyes only.
const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

export type Command = {
  readonly title: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}
export type Done = { readonly title: string; readonly output: string; readonly isGood: boolean; readonly seconds: number }

/** Runs a command in the repository's root; its output is shown as it comes, or kept. */
export const run = ({ title, command, args, env = {} }: Command, show = false): Promise<Done> =>
  new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...colours, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = (isGood: boolean, more = ''): void =>
      resolve({ title, output: Buffer.concat(chunks).toString().trim() + more, isGood, seconds: (performance.now() - started) / 1000 })
    child.once('error', (error) => end(false, String(error)))
    child.once('close', (code) => end(code === 0))
  })

export const runAll = (commands: readonly Command[]): Promise<readonly Done[]> => Promise.all(commands.map((command) => run(command)))
