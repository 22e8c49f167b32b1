import type { Page } from '@playwright/test'
import { openStep, pick, stepForm } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { filed, preparedUntil, staff } from '../prepared.ts'

// What is wrong is said with its place; a trace would only cost time.
test.use({ trace: 'off' })

const eachStep = async (page: Page, names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await openStep(page, name)
    await expect(stepForm(page).getByRole('button', { name, exact: true })).toBeVisible()
    await expect(page.locator('.ant-skeleton')).toHaveCount(0)
    await expectAccessible(page, name)
  }
}

test('核实：坐席与部门的表单无障碍', async ({ house }) => {
  const order = await filed()
  const seat = await house.desk('seat', `/console/orders/${order.orderId}`)
  await eachStep(seat, ['请部门核实'])
  await (
    await staff('seat')
  )(`/orders/${order.orderId}/verify`, { unitId: 'housing', question: '归不归你局管？' })
  const clerk = await house.desk('clerk-housing', `/console/orders/${order.orderId}`)
  await eachStep(clerk, ['答复核实'])
})

test('派给几个单位、提请协调、增加更换撤销：表单无障碍', async ({ house }) => {
  const order = await preparedUntil('accept')
  const dispatcher = await house.desk('dispatcher', `/console/orders/${order.orderId}`)
  for (const mode of ['会签', '牵头主办协办']) {
    await pick(stepForm(dispatcher), '派单方式', mode)
    await expectAccessible(dispatcher, `dispatch, ${mode}`)
  }
  await eachStep(dispatcher, ['提请专题协调'])
  const parts = [
    { unitId: 'housing', role: 'lead', principle: 'duty' },
    { unitId: 'urban-management', role: 'principal', principle: 'duty' },
    { unitId: 'power-supply', role: 'assist', principle: 'industry' },
  ]
  await (
    await staff('dispatcher')
  )(`/orders/${order.orderId}/dispatch-jointly`, { parts })
  await dispatcher.reload()
  await eachStep(dispatcher, ['增加单位', '更换单位', '撤销承办'])
})

test('单位的退回、延时、内部交办和中心的裁定、决定：表单无障碍', async ({ house }) => {
  const order = await preparedUntil('sign')
  const handler = await house.desk('handler-housing', `/console/orders/${order.orderId}`)
  await eachStep(handler, ['退回', '申请延时', '内部交办'])
  const ask = await staff('handler-housing')
  await ask(`/orders/${order.orderId}/extension`, { days: 12, reason: '到货需要两周。' })
  await ask(`/orders/${order.orderId}/return`, { reason: '不属于本局。', basis: '三定规定', suggestedUnitId: 'urban-management' })
  const manager = await house.desk('centre-manager', `/console/orders/${order.orderId}`)
  await openStep(manager, '决定延时')
  await pick(stepForm(manager), '决定', '同意延时')
  await expect(stepForm(manager).getByLabel('例外的理由')).toBeVisible()
  await eachStep(manager, ['决定延时', '裁定退回'])
  await pick(stepForm(manager), '裁定', '不同意退回')
  await expectAccessible(manager, 'a ruling against a return')
})

test('办公室的协调记录、指定和裁定先例：无障碍', async ({ house }) => {
  const order = await preparedUntil('accept')
  await (
    await staff('dispatcher')
  )(`/orders/${order.orderId}/coordination`, { reason: '都说不归自己管。' })
  const office = await house.desk('office', `/console/coordination?order=${order.orderId}`)
  await eachStep(office, ['指定承办单位', '协调记录'])
  await office.getByRole('button', { name: '裁定先例' }).click()
  await expect(office.getByRole('dialog')).toBeVisible()
  await expectAccessible(office, 'precedents')
})
