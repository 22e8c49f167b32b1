import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { permissionsPage } from './page.ts'

/** Writes `docs/permissions.md`; with `--check` says whether it is as the tables have it, and exits 1 where it is not. */
const path = 'docs/permissions.md'
const page = await format(permissionsPage(), { ...(await resolveConfig(path)), parser: 'markdown' })
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== page) {
    console.error(`${path} 与权限表不一致，请运行 npm run permissions。Not as the tables have it: run npm run permissions.`)
    process.exitCode = 1
  }
} else writeFileSync(path, page)
