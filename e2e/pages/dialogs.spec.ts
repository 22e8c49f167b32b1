import type { Page } from '@playwright/test'
import { expectAccessible, violationsOf } from '../axe.ts'
import { pick } from '../acting.ts'
import { expect, phone, test } from '../house.ts'
import { preparedUntil } from '../prepared.ts'
import { ownPhone } from '../words.ts'

// What is wrong is said with its place; a trace would only cost time.
test.use({ trace: 'off' })

test('工单页上打开的对话框与抽屉：无障碍', async ({ house }) => {
  const order = await preparedUntil('draft')
  const handler = await house.desk('handler-housing', `/console/orders/${order.orderId}`)
  await handler.getByText('现在不能办的步骤').click()
  await expectAccessible(handler, 'steps that may not be taken')

  await handler.getByRole('button', { name: '为什么是这一天' }).first().click()
  await expect(handler.getByRole('dialog')).toContainText('计算过程')
  await expectAccessible(handler, 'why this day')
  await handler.keyboard.press('Escape')
  await expect(handler.getByRole('dialog')).toHaveCount(0)

  await handler.getByRole('button', { name: '查看完整信息' }).click()
  await expect(handler.getByRole('dialog')).toContainText('用途')
  await expectAccessible(handler, 'reveal the requester')
  await handler.keyboard.press('Escape')
  await expect(handler.getByRole('dialog')).toHaveCount(0)

  await handler.getByRole('button', { name: /^提醒/ }).click()
  await expect(handler.getByText('打开本页以来没有新的提醒。')).toBeVisible()
  expect(await violationsOf(handler), 'notices').toEqual([])
})

test('手机上的菜单和账号菜单：无障碍', async ({ house }) => {
  const seat = await house.desk('seat', '/console/seat', phone)
  await seat.getByRole('button', { name: '菜单' }).click()
  await expect(seat.getByRole('dialog').getByRole('link', { name: '坐席台' })).toBeVisible()
  expect(await violationsOf(seat), 'menu').toEqual([])
  await seat.keyboard.press('Escape')
  await expect(seat.getByRole('dialog')).toHaveCount(0)
  await seat.getByRole('button', { name: /^账号/ }).click()
  await expect(seat.getByRole('menuitem', { name: '退出登录' })).toBeVisible()
  expect(await violationsOf(seat), 'account menu').toEqual([])
})

const eachOutcome = async (seat: Page): Promise<void> => {
  for (const outcome of ['受理（转派单）', '直接解答', '不予受理', '只登记，稍后决定']) {
    await pick(seat, '处理', outcome)
    if (outcome === '不予受理') await seat.getByText('属于 110、119、120、122 等紧急救助范围').click()
    await expectAccessible(seat, `a call, ${outcome}`)
  }
}

test('接电话时的登记表：四种处理都无障碍', async ({ house }) => {
  const seat = await house.desk('seat-outsourced', '/console/seat')
  await seat.getByLabel('主叫号码').fill(ownPhone())
  await seat.getByRole('button', { name: '模拟来电' }).click()
  await expect(seat.getByText('来电振铃')).toBeVisible()
  await expectAccessible(seat, 'a call rings')
  await seat.getByRole('button', { name: '接听' }).click()
  await expect(seat.getByText('通话中')).toBeVisible()
  await eachOutcome(seat)
  await seat.getByRole('button', { name: '登记', exact: true }).click()
  await expect(seat.getByText('请填写').first()).toBeVisible()
  await expectAccessible(seat, 'a record to be corrected')
})

test('打印的工单和答复函、开通账号的表单：无障碍', async ({ house }) => {
  const order = await preparedUntil('approve')
  const reviewer = await house.desk('reviewer-housing', `/console-print/orders/${order.orderId}`)
  await expectAccessible(reviewer, 'the printed order')
  await reviewer.goto(`/console-print/orders/${order.orderId}/reply`)
  await expectAccessible(reviewer, 'the printed letter')
  const admin = await house.desk('security-admin', '/console/accounts')
  await admin.getByRole('button', { name: '新建账号' }).click()
  await expect(admin.getByRole('region', { name: /账号/ }).getByLabel('登录名')).toBeVisible()
  await expectAccessible(admin, 'a new account')
})
