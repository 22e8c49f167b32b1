import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PageModel } from '@open12345/contract/public-page'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../../../../web/public/dist')
const served = '/site/client/'

type Built = { readonly render: (model: PageModel) => string; readonly assets: { readonly css: string; readonly js: string } }

const manifest = z.record(z.string(), z.object({ file: z.string() }))

const assetsOf = (): Built['assets'] => {
  const files = manifest.parse(JSON.parse(readFileSync(join(folder, 'client', 'manifest.json'), 'utf8')))
  const named = (source: string): string => {
    const file = files[source]?.file
    if (file === undefined) throw new Error(`the built pages lack ${source}`)
    return served + file
  }
  return { css: named('src/site.css'), js: named('src/enhance/main.ts') }
}

const load = async (): Promise<Built> => {
  const module = join(folder, 'server', 'render.js')
  if (!existsSync(module)) throw new Error('the citizens’ pages are not built: run `npm run build`')
  const { render } = (await import(pathToFileURL(module).href)) as Pick<Built, 'render'>
  return { render, assets: assetsOf() }
}

let built: Promise<Built> | undefined

/** The pages as Vite built them; read once. */
export const builtPages = (): Promise<Built> => {
  built ??= load().catch((error: unknown) => {
    // Built a moment later, they are found by the next request.
    built = undefined
    throw error
  })
  return built
}
