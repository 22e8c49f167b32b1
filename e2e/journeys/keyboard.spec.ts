import type { Page } from '@playwright/test'
import { expect, test } from '../house.ts'
import { filed, staff, take } from '../prepared.ts'
import { password } from '../setting.ts'
import { grouped } from '../words.ts'

/** Whoever holds the focus shows it: by an outline or a ring, its own or that of the control it stands for. */
const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const isMarked = (element: Element | null | undefined): boolean => {
      if (element === null || element === undefined) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    }
    const holder = document.activeElement
    const around = [
      holder,
      holder?.parentElement,
      holder?.parentElement?.parentElement,
      holder?.closest('.ant-select, .ant-radio-button-wrapper'),
    ]
    return [...around, holder?.nextElementSibling].some(isMarked)
  })

const focused = (page: Page) => page.locator(':focus')

/** Presses Tab until what holds the focus says so; each stop on the way must be seen. */
const tabTo = async (page: Page, name: string | RegExp, most = 60): Promise<void> => {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab')
    const words = await focused(page).evaluate((element) =>
      [element.getAttribute('aria-label'), element.textContent, element.getAttribute('type')].filter(Boolean).join(' '),
    )
    expect(await showsFocus(page), `the focus is seen on “${words.trim().slice(0, 30)}”`).toBe(true)
    if (words.replaceAll(/\s+/g, ' ').match(name) !== null) return
  }
  throw new Error(`Tab never comes to ${String(name)}`)
}

test('只用键盘登录并派出一件工单，焦点始终看得见', async ({ house }) => {
  const order = await filed()
  await take(order.orderId, 'accept', 'accept')
  house.expectRefusal(401, /\/api\/v1\/session$/)
  const page = await house.browser()
  await page.goto('/console/')
  await expect(page.getByLabel('登录名')).toBeFocused()
  await page.keyboard.type('dispatcher')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '派单台' })).toBeVisible()

  await expect(page.getByRole('link', { name: grouped(order.number) })).toBeVisible()
  await tabTo(page, new RegExp(grouped(order.number)))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: '承办单位' })).toBeFocused()
  await page.keyboard.type('州住房和城乡建设局')
  await expect(page.locator('.ant-select-item-option-active')).toContainText('州住房和城乡建设局')
  await page.keyboard.press('Enter')
  await tabTo(page, /radio$/, 3)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '按职承办' })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`${grouped(order.number)} 已完成：派单`)).toBeVisible()
})

test('只用键盘连签两件：签收以后焦点到下一件，都签完了回到列表', async ({ house }) => {
  // A unit that no other journey works at: everything that waits there is signed.
  const dispatcher = await staff('dispatcher')
  for (const order of [await filed(), await filed()]) {
    await take(order.orderId, 'accept', 'accept')
    await dispatcher(`/orders/${order.orderId}/dispatch`, { unitId: 'agriculture', principle: 'duty' })
  }
  const page = await house.desk('clerk-agriculture', '/console/unit')
  const rows = page.locator('a.order-row')
  await expect(rows.nth(1)).toBeVisible()
  await tabTo(page, /^\d{4} \d{4} \d{4}/)
  await page.keyboard.press('Enter')
  for (let left = await rows.count(); left > 0; left -= 1) {
    const here = page.url()
    await expect(page.getByRole('group', { name: '签收' })).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(page).not.toHaveURL(here)
  }
  await expect(page.getByText('这一环节没有工单。')).toBeVisible()
  await expect(page.locator('.bench-scroll')).toBeFocused()
  expect(await showsFocus(page)).toBe(true)
})
