import { expect, test } from '../house.ts'
import { filed, take } from '../prepared.ts'
import { grouped } from '../words.ts'

test('[11-2] 批量派单：先看每件派给谁，核对后一次派出', async ({ house }) => {
  const orders = [await filed(), await filed()]
  for (const { orderId } of orders) await take(orderId, 'accept', 'accept')
  const page = await house.desk('dispatcher', '/console/dispatch')
  await page.getByRole('button', { name: '批量派单' }).click()
  for (const { number } of orders) await page.getByRole('checkbox', { name: new RegExp(grouped(number)) }).check()
  await page.getByRole('button', { name: '按派单目录派出选中的 2 件' }).click()
  const list = page.locator('.bulk-proposals')
  for (const { number } of orders) await expect(list).toContainText(grouped(number))
  await expect(list).toContainText('西昌')
  await page.getByRole('button', { name: '核对无误，派出 2 件' }).click()
  await expect(page.getByText('已派出 2 件')).toBeVisible()
  for (const { number } of orders) await expect(page.getByRole('link', { name: grouped(number) })).toHaveCount(0)
})
