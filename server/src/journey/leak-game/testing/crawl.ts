import type { Browser, Raw } from '../../testing/signed-in.ts'

const api = '/api/v1'
type Page = { readonly items?: readonly Record<string, unknown>[]; readonly next?: string | null }

/** Every list that stands under a fixed address, as a person or a program would open it. */
const fixed: readonly string[] = [
  '/orders?limit=100',
  '/orders?limit=100&mine=true',
  ...['to-accept', 'to-dispatch', 'to-sign', 'in-hand', 'to-review', 'asked', 'closed'].map((stage) => `/orders?limit=100&stage=${stage}`),
  ...['return', 'extension', 'report', 'delivery', 'dispute'].map((waiting) => `/orders?limit=100&waiting=${waiting}`),
  '/orders/counts',
  '/orders/urgent',
  '/orders/unattended',
  '/orders/rulings?limit=100',
  '/orders/rulings?limit=100&subject=work-safety',
  '/orders/search?limit=100&from=2026-03-03',
  '/orders/search?limit=100&kind=report',
  '/orders/search?limit=100&county=513401',
  '/incidents',
  '/incidents?state=over',
  '/incidents/notices',
  '/topics',
  '/topics?list=warned',
  '/topics?list=decided',
  '/messages?limit=100',
  '/messages/replies?limit=100',
  '/contacts/current',
  '/linkages?limit=100',
  '/linkage/lines',
  '/linkage/drills',
  '/department-connectors',
  '/board',
  '/units',
  '/unit-tree',
  '/unit-changes',
  '/places',
  '/responsibilities?subject=work-safety&county=513401',
  '/catalogue',
  '/catalogue?county=513401',
  '/catalogue/history?subject=work-safety&placeCode=513401',
  '/catalogue/doubts',
  '/catalogue/concerning',
  '/catalogue/changes',
  '/catalogue/findings?days=366',
  '/catalogue/replay?subject=work-safety&placeCode=513401&unitId=market&from=2026-03-01&to=2026-03-10',
  '/catalogue/export',
  '/knowledge?text=施工',
  '/knowledge-items?limit=100',
  '/knowledge-items?limit=100&review=due',
  '/answers?text=低保',
  '/tellings?limit=100',
  '/knowledge-drafts?list=to-review',
  '/knowledge-drafts?list=writing',
  '/knowledge-reports',
  '/knowledge-gaps',
  '/knowledge-feed?limit=100',
  '/knowledge-conflicts',
  '/knowledge-conflicts?state=settled',
  '/knowledge-requests',
  '/knowledge-requests?state=closed',
  '/knowledge-reports?state=closed',
  '/model',
  '/model-drafts?limit=100',
  '/session',
  '/accounts',
  '/second-factor-roles',
  '/calendar-notices',
  '/packs',
  '/audit?limit=100',
  '/audit/days',
  '/audit/warnings?limit=100',
  '/audit/unusual?limit=100',
  '/access-reviews',
  '/access-reviews/own',
  '/clocks/what-if?pack=sichuan-2025',
  '/identity-providers',
  '/machine-keys',
  '/machine/board',
  '/session/entrance',
  '/session/links',
].map((path) => api + encodeURI(path))
const outside: readonly string[] = ['/', '/about', '/knowledge', '/track', '/api/v1/openapi.json', '/openapi.json', '/health', '/metrics']

const read = ({ text }: Raw): Page => {
  try {
    return JSON.parse(text) as Page
  } catch {
    return {}
  }
}

/** Page by page as long as there is a next one; every page that was read. */
export const walked = async ({ ask }: Browser, path: string, most = 400): Promise<readonly Raw[]> => {
  const pages: Raw[] = []
  let after: string | null = null
  do {
    const mark: string = after === null ? '' : `${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`
    const page: Raw = await ask('GET', path + mark)
    pages.push(page)
    after = read(page).next ?? null
  } while (after !== null && pages.length < most)
  return pages
}

export const itemsOf = (pages: readonly Raw[]): readonly Record<string, unknown>[] => pages.flatMap((page) => read(page).items ?? [])

/** What this browser finds without knowing any order: address and answer. */
export const openPages = async (browser: Browser): Promise<ReadonlyMap<string, Raw>> => {
  const found = new Map<string, Raw>()
  for (const path of [...fixed, ...outside]) {
    const pages = await walked(browser, path)
    pages.forEach((page, index) => found.set(`${path} #${index}`, page))
  }
  return found
}

/** Of the asker alone, and another one with every asking. */
const ofTheAsker: readonly string[] = ['/sessions', '/session/entrance/code', '/audit/own-reveals', '/requests/mine']
/** An office file says when it was written; what it holds is the list that is opened. */
const ofItsInstant: readonly string[] = ['/knowledge-items/export']

/** Addresses that anybody may ask and that no crawl opens: a new one has to be added, or named here. `paths` as the contract writes them. */
export const forgotten = (paths: readonly string[]): readonly string[] => {
  const opened = [...fixed.map((path) => path.replace(/\?.*/, '')), ...addressesOf(':orderId').map((path) => path.replace(/\?.*/, ''))]
  return paths.filter((path) => !opened.includes(api + path) && ![...ofTheAsker, ...ofItsInstant].includes(path))
}

/** Every address that an order's id opens. */
export const addressesOf = (orderId: string): readonly string[] => [
  `${api}/orders/${orderId}`,
  `${api}/orders/${orderId}/repeats`,
  `${api}/orders/${orderId}/bridges`,
  `${api}/orders/${orderId}/told`,
  `${api}/orders/${orderId}/model-drafts`,
  `${api}/orders/${orderId}/nameable`,
  `/console-print/orders/${orderId}`,
  `/console-print/orders/${orderId}/reply`,
  `${api}/audit?orderId=${orderId}`,
]

/** Everything that this browser can reach of these orders: every list to its end, then each order and each incident that a list named. */
export const everything = async (browser: Browser, orderIds: readonly string[]): Promise<ReadonlyMap<string, Raw>> => {
  const found = new Map(await openPages(browser))
  const named = [...found.values()].flatMap((page) => read(page).items ?? [])
  const incidents = new Set(named.flatMap(({ incidentId }) => (typeof incidentId === 'string' ? [incidentId] : [])))
  const addresses = [...orderIds.flatMap(addressesOf), ...[...incidents].map((id) => `${api}/incidents/${id}?limit=100`)]
  for (const address of addresses) found.set(address, await browser.ask('GET', address))
  return found
}

/** An answer as two askers can compare it: without what is different in each answer, whoever asks. */
export const comparable = ({ status, headers, text }: Raw): string => {
  const kept = Object.entries(headers).filter(([name]) => !['date', 'set-cookie'].includes(name) && !name.startsWith('x-ratelimit'))
  const body = text.replaceAll(/"reference":"[0-9A-F]+"|[0-9A-F]{10}/g, '')
  return JSON.stringify([status, kept.toSorted(), body])
}
