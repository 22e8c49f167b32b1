import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const sites = ['web/console', 'web/public'].filter((site) => existsSync(join(root, site, 'vite.config.ts')))
const vite = join(root, 'node_modules', '.bin', 'vite')

const isSource = (path: string): boolean => !/(^|\/)(dist|node_modules)\/|\.test\.tsx?$/.test(path)

/** Digest of all that a site is built from: its own files, the shared ones, the contract, the installed packages. */
const digestOf = (site: string): string => {
  const patterns = [`${site}/**/*.*`, 'web/ui/**/*.*', 'packages/{contract,domain}/src/**/*.ts', 'package-lock.json']
  const files = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] }).filter(isSource)
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const stampOf = (site: string): string => join(root, site, 'dist', '.built-from')
const isFresh = (site: string, digest: string): boolean => existsSync(stampOf(site)) && readFileSync(stampOf(site), 'utf8') === digest

const build = (site: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(vite, ['build', '--logLevel', 'warn'], { cwd: join(root, site), stdio: ['ignore', 2, 2] })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${site} could not be built; see the lines above`))))
  })

const buildIfStale = async (site: string): Promise<void> => {
  const digest = digestOf(site)
  if (isFresh(site, digest)) return
  process.stderr.write(`正在生成网页 building ${site} …\n`)
  await build(site)
  mkdirSync(join(root, site, 'dist'), { recursive: true })
  writeFileSync(stampOf(site), digest)
}

/** Builds the web pages whose sources changed since they were built. */
export const buildWeb = async (): Promise<void> => void (await Promise.all(sites.map(buildIfStale)))

if (import.meta.main)
  await buildWeb().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
