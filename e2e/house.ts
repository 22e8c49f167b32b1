import { expect, test as base, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { filedHere } from './prepared.ts'
import { clockShiftMs, password } from './setting.ts'

/** Seconds that the browser adds to its own clock: it and the program agree what time it is. */
const shiftedDate = (shift: number): string => `{
  const Real = Date
  const now = () => Real.now() + ${Math.round(shift)}
  globalThis.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(now()); else super(...given) }
    static now() { return now() }
  }
}`

/** A refusal that a journey provokes on purpose. */
type Expected = { readonly status: number; readonly path: RegExp }

export type House = {
  /** A member of staff at a browser of their own, signed in. */
  readonly desk: (login: string, path?: string, options?: BrowserContextOptions) => Promise<Page>
  /** Somebody's browser, nobody signed in. */
  readonly browser: (options?: BrowserContextOptions) => Promise<Page>
  /** Says beforehand that an answer of this status is part of the story. */
  readonly expectRefusal: (status: number, path: RegExp) => void
  /** What went wrong so far without a person seeing it; at the end of a journey there must be nothing. */
  readonly faults: string[]
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
export const screen: BrowserContextOptions = { viewport: { width: 1366, height: 768 } }

/**
 * A desk shows the first order of its list, and in journeys that run side by side a colleague of another journey may take it away meanwhile:
 * the page asks again and hears that the order is not there for it. An order of this journey's own has to be expected to go.
 */
const isAnothers = (status: number, path: string): boolean => {
  const orderId = /^\/api\/v1\/orders\/([0-9a-f-]{36})$/.exec(path)?.[1]
  return status === 404 && orderId !== undefined && !filedHere.has(orderId)
}

/** Everything that went wrong in a browser without a person seeing it. */
const listen = (context: BrowserContext, faults: string[], expected: readonly Expected[]): void => {
  const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '')
  const isExpected = (status: number, url: string): boolean =>
    isAnothers(status, pathOf(url)) || expected.some((one) => one.status === status && one.path.test(pathOf(url)))
  context.on('response', (response) => {
    const [status, url] = [response.status(), response.url()]
    if (status >= 400 && !isExpected(status, url)) faults.push(`${status} ${response.request().method()} ${pathOf(url)}`)
  })
  context.on('requestfailed', (request) => {
    // The page itself let go: it moved on, or what it asked for had become stale.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') faults.push(`${reason} ${request.method()} ${pathOf(request.url())}`)
  })
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`))
  context.on('console', (message) => {
    // An answer that is no success is judged above, by its status.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()} (${pathOf(message.page()?.url() ?? '')})`)
  })
}

const openHouse = (browser: Browser, base: BrowserContextOptions, contexts: BrowserContext[], faults: string[]): House => {
  const expected: Expected[] = []
  const open = async (options: BrowserContextOptions): Promise<BrowserContext> => {
    const context = await browser.newContext({ ...base, ...screen, ...options })
    contexts.push(context)
    context.setDefaultTimeout(30_000)
    context.setDefaultNavigationTimeout(30_000)
    await context.addInitScript({ content: shiftedDate(clockShiftMs()) })
    listen(context, faults, expected)
    return context
  }
  return {
    faults,
    expectRefusal: (status, path) => void expected.push({ status, path }),
    browser: async (options = {}) => (await open(options)).newPage(),
    desk: async (login, path = '/console/', options = {}) => {
      const context = await open(options)
      const shown = await context.request.get(`/api/v1/session/entrance/code?login=${login}`)
      const { code } = (await shown.json()) as { code: string | null }
      const answer = await context.request.post('/api/v1/session', { data: { login, password, code: code ?? undefined } })
      expect(answer.status(), `${login} signs in`).toBe(201)
      const page = await context.newPage()
      await page.goto(path)
      return page
    },
  }
}

export const test = base.extend<{ readonly house: House }>({
  house: async ({ browser, baseURL, locale, timezoneId }, use) => {
    const contexts: BrowserContext[] = []
    const faults: string[] = []
    await use(openHouse(browser, { baseURL: baseURL!, locale: locale!, timezoneId: timezoneId! }, contexts, faults))
    await Promise.all(contexts.map((context) => context.close()))
    expect(faults, 'errors of the console and failed requests').toEqual([])
  },
})
export { expect }
