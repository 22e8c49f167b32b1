import { execFileSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../../..')
const site = join(root, 'web/public')
const built = join(site, 'dist/server/render.js')

const newest = (): number =>
  Math.max(...globSync(['src/**/*.*', 'vite.config.ts'], { cwd: site }).map((file) => statSync(join(site, file)).mtimeMs))

/** The tests see the pages as they are written now. */
export const buildPages = (): void => {
  if (existsSync(built) && statSync(built).mtimeMs >= newest()) return
  execFileSync(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], { cwd: site, stdio: 'pipe' })
}
