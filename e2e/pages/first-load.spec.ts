import type { CDPSession, Page } from '@playwright/test'
import { expect, phone, test } from '../house.ts'

const kilobyte = 1024
type Transfer = { readonly path: string; readonly type: string; readonly bytes: number }

/** What comes over the line, compressed as it comes, headers included. */
const measure = async (page: Page, path: string, ready: () => Promise<void>): Promise<readonly Transfer[]> => {
  const line: CDPSession = await page.context().newCDPSession(page)
  const asked = new Map<string, { readonly path: string; readonly type: string }>()
  const came: Transfer[] = []
  line.on('Network.requestWillBeSent', ({ requestId, request, type = '' }) =>
    asked.set(requestId, { path: request.url.replace(/^https?:\/\/[^/]+/, ''), type }),
  )
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId)
    if (one !== undefined && encodedDataLength > 0) came.push({ ...one, bytes: encodedDataLength })
  })
  await line.send('Network.enable')
  await page.goto(path)
  await ready()
  return came
}

const total = (came: readonly Transfer[]): number => came.reduce((sum, { bytes }) => sum + bytes, 0) / kilobyte
const table = (came: readonly Transfer[]): string =>
  came
    .toSorted((one, other) => other.bytes - one.bytes)
    .map(({ path, type, bytes }) => `${String(bytes).padStart(8)} ${type} ${path}`)
    .join('\n')

test.use({ trace: 'off' })

for (const path of ['/', '/file', '/track', '/knowledge/019b76da-a800-7000-8000-000000000002'])
  test(`首次打开 ${path}：首屏不超过 30 KB，全部不超过 120 KB`, async ({ house }) => {
    const page = await house.browser(phone)
    const came = await measure(page, path, () => page.waitForLoadState('networkidle'))
    const firstView = came.filter(({ type }) => type === 'Document' || type === 'Stylesheet')
    expect(firstView.length, table(came)).toBeGreaterThanOrEqual(2)
    expect(total(firstView), table(came)).toBeLessThanOrEqual(30)
    expect(total(came), table(came)).toBeLessThanOrEqual(120)
  })

for (const [login, path] of [
  ['seat', '/console/seat'],
  ['dispatcher', '/console/dispatch'],
  ['handler-housing', '/console/unit'],
  ['follow-up', '/console/follow-up'],
] as const)
  test(`首次打开工作台 ${path}：不超过 450 KB`, async ({ house }) => {
    const signedIn = await house.desk(login, '/')
    const page = await signedIn.context().newPage()
    const came = await measure(page, path, async () => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('.ant-skeleton')).toHaveCount(0)
    })
    expect(came.length, table(came)).toBeGreaterThan(3)
    expect(total(came), table(came)).toBeLessThanOrEqual(450)
  })
