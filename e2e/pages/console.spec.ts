import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { incidentGoingOn, staff } from '../prepared.ts'
import { inside, leadsOn, outside, stageOf, type Place } from './places.ts'

type Language = 'zh-CN' | 'en'

/** By the button where there is one; the wall has none. */
const speak = async (page: Page, language: Language): Promise<void> => {
  const html = page.locator('html')
  if ((await html.getAttribute('lang')) !== language) {
    const button = page.getByRole('button', { name: language === 'en' ? 'English' : '中文' })
    if ((await button.count()) > 0) await button.click()
    else {
      await page.evaluate((chosen) => localStorage.setItem('open12345.language', chosen), language)
      await page.reload()
    }
  }
  await expect(html).toHaveAttribute('lang', language)
  await settled(page)
}

/** Everything that was asked for has come. */
const settled = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('.ant-skeleton, .ant-spin-spinning')).toHaveCount(0)
}

/** By the link where the page before it has one, as tabs and rows are opened; else by the address. */
const open = async (page: Page, path: string): Promise<void> => {
  const link = page.locator(`main a:not(.bench-back)[href="/console${path}"]`)
  if ((await link.count()) !== 1) return void (await page.goto(`/console${path}`))
  await link.click()
  await expect(link).toHaveAttribute('aria-current', /page|true/)
}

type Filled = { readonly order: string; readonly incident: string }
const visit = async (page: Page, places: readonly Place[], { order, incident }: Filled): Promise<void> => {
  for (const path of places.flatMap(({ paths }) => paths)) {
    await open(page, path.replace('{order}', order).replace('{incident}', incident))
    for (const language of ['zh-CN', 'en'] as const) {
      await speak(page, language)
      await expectAccessible(page, `${path} ${language}`)
    }
    await speak(page, 'zh-CN')
  }
}

const orderOf = async (login: string): Promise<string> => {
  const stage = stageOf[login]
  if (stage === undefined) return ''
  const ask = await staff(login)
  const { items } = await ask<{ items: readonly { orderId: string }[] }>(`/orders?stage=${stage}&limit=1`)
  return items[0]!.orderId
}

// What is wrong is said with its place; a trace would only cost time.
test.use({ trace: 'off' })

test('登录前的页面：无障碍，中文与英文，宽屏与手机', async ({ house }) => {
  // Nobody came back from a provider.
  house.expectRefusal(401, /\/session\/elsewhere\/back$/)
  const page = await house.browser()
  await page.goto('/console/sign-in')
  await visit(page, outside, { order: '', incident: '' })
})

for (const [login, places] of Object.entries(inside))
  test(`${login} 的页面：无障碍，中文与英文，宽屏与手机`, async ({ house }) => {
    const order = await orderOf(login)
    const incident = places.some(({ route }) => route === '/incidents/$incidentId') ? await incidentGoingOn() : ''
    await visit(await house.desk(login), places, { order, incident })
  })

test('工作台的每个页面都在其中', () => {
  const router = readFileSync(join(import.meta.dirname, '../../web/console/src/app/router.tsx'), 'utf8')
  const routes = [...router.matchAll(/^\s+(?:\.\.\.common,\s+)?path: '([^']+)'/gm)].map(([, path]) => path!)
  const visited = [...outside, ...Object.values(inside).flat()].map(({ route }) => route)
  expect(routes.length).toBeGreaterThan(10)
  expect(routes.filter((route) => !visited.includes(route) && !leadsOn.includes(route))).toEqual([])
})
