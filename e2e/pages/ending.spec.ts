import type { Page } from '@playwright/test'
import { openStep, stepForm } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { dissatisfied, filed, preparedUntil, rate, staff, take } from '../prepared.ts'
import { ownPhone } from '../words.ts'

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

test('特殊事项：定级、报告、电话告知和办公室的表单无障碍', async ({ house }) => {
  const order = await preparedUntil('accept')
  const dispatcher = await house.desk('dispatcher', `/console/orders/${order.orderId}`)
  await eachStep(dispatcher, ['定为特殊事项'])
  const ask = await staff('dispatcher')
  await ask(`/orders/${order.orderId}/urgent`, { urgency: 'special', reason: '影响整条街。' })
  await dispatcher.reload()
  await eachStep(dispatcher, ['报告州政府办公室', '电话告知'])
  await ask(`/orders/${order.orderId}/report`, { report: '整条街断电。' })
  const office = await house.desk('office', `/console/coordination?tab=report&order=${order.orderId}`)
  await eachStep(office, ['阅处报告'])
})

test('解释、备注办结、异议、甄别、标记：表单无障碍', async ({ house }) => {
  const order = await dissatisfied('policy-limits')
  const handler = await house.desk('handler-housing', `/console/orders/${order.orderId}`)
  await eachStep(handler, ['向诉求人解释', '对评价提出异议'])
  const ask = await staff('handler-housing')
  await ask(`/orders/${order.orderId}/explain`, { reason: 'policy-limits', explanation: '已解释。' })
  await ask(`/orders/${order.orderId}/dispute`, { grounds: '超出政策。' })
  const manager = await house.desk('centre-manager', `/console/orders/${order.orderId}`)
  await eachStep(manager, ['甄别', '备注办结', '标记调解、执法'])
})

test('关联重复诉求、认定与核查终结、代为重新提出：表单无障碍', async ({ house }) => {
  const person = { phone: ownPhone() }
  const earlier = await preparedUntil('deliver', person)
  await rate(earlier, 'satisfied')
  const later = await filed(person)
  await take(later.orderId, 'accept', 'dispatch')
  const dispatcher = await house.desk('dispatcher', `/console/orders/${later.orderId}`)
  await eachStep(dispatcher, ['关联重复诉求'])
  await (
    await staff('dispatcher')
  )(`/orders/${later.orderId}/repeat-of`, { ofOrderId: earlier.orderId })
  await take(later.orderId, 'sign', 'sign')
  const clerk = await house.desk('clerk-housing', `/console/orders/${later.orderId}`)
  await eachStep(clerk, ['认定终结办理'])
  await (
    await staff('clerk-housing')
  )(`/orders/${later.orderId}/termination`, { opinion: '已依法办理，终结。' })
  const manager = await house.desk('centre-manager', `/console/orders/${later.orderId}`)
  await eachStep(manager, ['核查终结办理'])
  const seat = await house.desk('seat', `/console/orders/${earlier.orderId}`)
  await eachStep(seat, ['代诉求人重新提出'])
})
