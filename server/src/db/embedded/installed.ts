import { join } from 'node:path'
import type { RunAs } from './run-as.ts'

/** PostgreSQL's programs and the way to call them. */
export type Installed = { readonly native: string; readonly as: RunAs }

export const environment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }

export const commandLine = (
  { native, as }: Installed,
  program: 'initdb' | 'postgres',
  args: readonly string[],
): readonly [string, string[]] => {
  const path = join(native, 'bin', program)
  const [first = path, ...rest] = [...as.wrap, path, ...args]
  return [first, rest]
}
