import { choose } from '../acting.ts'
import { expect, test } from '../house.ts'
import { preparedUntil } from '../prepared.ts'
import { grouped } from '../words.ts'

const number = '凉府办函〔2026〕测试1号'

test('[12-0] 暂定的截止日说明在等哪份通知；管理员录入放假通知后重新计算', async ({ house }) => {
  const admin = await house.desk('system-admin', '/console/calendar?tab=explain')
  const explain = async (): Promise<void> => {
    await admin.getByLabel('收到时间').fill('2026-07-30T10:00')
    await choose(admin, '类别', '', '投诉')
    await admin.getByRole('button', { name: '试算' }).click()
  }
  await explain()
  const result = admin.getByRole('status', { name: '截止' })
  await expect(result).toContainText('8月13日')
  await expect(result.getByText('暂定', { exact: true })).toBeVisible()
  await expect(result.getByText('2026年火把节的放假通知尚未录入').first()).toBeVisible()

  await admin.getByRole('link', { name: '放假通知' }).click()
  const form = admin.getByRole('region', { name: '录入放假通知' })
  await form.getByRole('textbox', { name: '文号', exact: true }).fill(number)
  await form.getByLabel('年度').fill('2026')
  await form.getByLabel('火把节').check()
  const off = form.getByRole('group', { name: '放假' })
  await off.getByRole('button', { name: '加一段日子' }).click()
  await off.getByLabel('日期（首日）').fill('2026-08-03')
  await off.getByLabel('末日').fill('2026-08-05')
  await off.getByLabel('节日').fill('火把节')
  await form.getByRole('button', { name: '录入', exact: true }).click()
  await expect(admin.getByText('已录入', { exact: true })).toBeVisible()
  await expect(admin.getByRole('region', { name: '已录入的通知' }).getByText(number)).toBeVisible()

  await admin.getByRole('link', { name: '试算截止时间' }).click()
  await explain()
  await expect(result).toContainText('8月18日')
  await expect(result.getByText('暂定', { exact: true })).toHaveCount(0)
})

test('[12-1] 看板列出超期未派的工单', async ({ house }) => {
  const manager = await house.desk('centre-manager', '/console/board')
  const overdue = manager.getByRole('region', { name: '已超期' })
  const late = overdue.getByRole('listitem').filter({ hasText: '夜里有人往河沟里排黄色废水' })
  await expect(late).toBeVisible()
  await expect(late.getByText(/超期/).first()).toBeVisible()
  await late.getByRole('link').click()
  await expect(manager.getByRole('region', { name: '时限' })).toContainText('派单时限')
  await expect(manager.getByRole('region', { name: '时限' })).toContainText('超期')
})

test('[28] 换规定试算：哪些在办工单会在另一天截止、依据哪一条；什么也不改', async ({ house }) => {
  const order = await preparedUntil('dispatch')
  const manager = await house.desk('centre-manager', '/console/calendar?tab=what-if')
  await choose(manager, '改用哪部规定', '四川省')
  await manager.getByRole('button', { name: '试算', exact: true }).click()
  const result = manager.getByRole('region', { name: /^试算结果：四川省/ })
  const row = result.getByRole('row').filter({ has: manager.getByRole('link', { name: grouped(order.number) }) })
  const more = result.getByRole('button', { name: '接着试算' })
  await expect(async () => {
    if ((await row.count()) === 0 && (await more.count()) > 0) await more.click({ timeout: 1_000 })
    await expect(row.first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(row.first()).toContainText(/(早|晚) \d+ 天/)
  await expect(row.first()).toContainText('第十二条（二）')
  const [, due] = /(\d+月\d+日)/.exec((await row.first().getByRole('cell').first().textContent()) ?? '') ?? []
  await manager.goto(`/console/orders/${order.orderId}`)
  await expect(manager.getByRole('region', { name: '时限' })).toContainText(`截止 ${due}`)
})
