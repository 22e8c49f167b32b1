import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { preparedUntil } from '../prepared.ts'

test('[20b] 查看诉求人身份：十五分钟后自动隐藏并说明，每次计数；审计台按登录名查得到', async ({ house }) => {
  const order = await preparedUntil('draft')
  const handler = await house.desk('handler-housing', `/console/orders/${order.orderId}`)
  const ask = handler.getByRole('button', { name: '查看完整信息' })
  await expect(ask).toBeVisible()
  await handler.clock.install()
  await ask.click()
  const dialog = handler.getByRole('dialog', { name: '查看诉求人身份' })
  await dialog.getByText('联系诉求人').click()
  await dialog.getByRole('textbox', { name: '理由' }).fill('约上门时间')
  await dialog.getByRole('button', { name: /^查\s?看$/ }).click()
  const phone = handler.locator('.facts dd.digits').filter({ hasText: /^1\d{10}$/ })
  await expect(phone).toBeVisible()
  await expect(handler.getByText(/今天第 \d+ 次查看/)).toBeVisible()
  await handler.clock.fastForward('14:50')
  await expect(phone).toBeVisible()
  await handler.clock.fastForward('00:15')
  await expect(handler.getByText('查看时间已过')).toBeVisible()
  await expect(phone).toHaveCount(0)
  await expect(ask).toBeVisible()

  const auditor = await house.desk('audit-admin', '/console/audit')
  await auditor.getByLabel('登录名或姓名').fill('handler-housing')
  await auditor.getByRole('button', { name: '查询' }).click()
  const record = auditor.getByRole('listitem').filter({ hasText: '约上门时间' })
  await expect(record).toContainText('查看诉求人身份')
  await record.getByRole('button', { name: '只看此件' }).click()
  await expect(auditor.getByLabel('工单号')).toHaveValue(order.number)
  await expect(record).toBeVisible()
  for (const tab of ['审计记录', '异常查看', '每日签名']) {
    await auditor.getByRole('link', { name: tab }).click()
    await expect(auditor.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page')
    await expectAccessible(auditor, tab)
  }
})
