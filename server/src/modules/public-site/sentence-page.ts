import type { SentencePage } from '../../http/mount.ts'
import { builtPages } from './built-pages.ts'

/** A page that says one sentence, in the dress of the site: for what no page of ours answered. Undefined where the pages are not built. */
export const sentencePage: SentencePage = async ({ language, title, status, reference, demonstration }) => {
  const pages = await builtPages().catch(() => undefined)
  if (pages === undefined) return undefined
  const frame = { language, path: '/', assets: pages.assets, authorityName: '', demonstration, tracked: false }
  return pages.render({ frame, page: { kind: 'problem', status, title, reference } })
}
