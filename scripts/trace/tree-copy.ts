import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

export type TreeCopy = { readonly root: string; readonly remove: () => void }

const leftOut = new Set(['node_modules', '.git', '.data', '.cache', 'test-results'])

/** Packages are shared; our own workspaces must lead into the copy, so their relative links are made anew. */
const linkPackages = (from: string, to: string): void => {
  mkdirSync(to)
  for (const name of readdirSync(from)) {
    // Vite's caches are written to.
    if (name === '@open12345' || name.startsWith('.v') || name === '.cache') continue
    symlinkSync(join(from, name), join(to, name))
  }
  const own = join(from, '@open12345')
  mkdirSync(join(to, '@open12345'))
  for (const name of readdirSync(own)) {
    const path = join(own, name)
    if (lstatSync(path).isSymbolicLink()) symlinkSync(readlinkSync(path), join(to, '@open12345', name))
  }
}

/** A tree to spoil: a copy of everything but what is installed, kept or built up by running. */
export const copyTree = (root: string): TreeCopy => {
  const copy = mkdtempSync(join(tmpdir(), 'open12345-bite-'))
  const isWanted = (path: string): boolean =>
    !relative(root, path)
      .split('/')
      .some((part) => leftOut.has(part))
  cpSync(root, copy, { recursive: true, filter: isWanted, verbatimSymlinks: true })
  linkPackages(join(root, 'node_modules'), join(copy, 'node_modules'))
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true, maxRetries: 3 }) }
}

export const domain = 'packages/domain'

/** One more copy of the domain inside the copy, so that many spoilt domains are tested by one run. */
export const copyDomain = ({ root }: TreeCopy, name: string): string => {
  const to = join('bite', name)
  rmSync(join(root, to), { recursive: true, force: true })
  mkdirSync(dirname(join(root, to, domain)), { recursive: true })
  cpSync(join(root, domain), join(root, to, domain), { recursive: true })
  // The calendar that the domain's tests count by.
  symlinkSync(join(root, 'prefectures'), join(root, to, 'prefectures'))
  // What the domain's own tsconfig.json extends.
  cpSync(join(root, 'tsconfig.base.json'), join(root, to, 'tsconfig.base.json'))
  return to
}

/** The domain's tests need no database, so theirs does not start. */
export const domainConfig = ({ root }: TreeCopy): string => {
  const path = join(root, 'bite.config.mjs')
  const include = [`bite/*/${domain}/src/**/*.test.ts`]
  writeFileSync(path, `export default { test: ${JSON.stringify({ include, pool: 'threads', isolate: false, testTimeout: 60_000 })} }\n`)
  return path
}
