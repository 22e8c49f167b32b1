import { openRow, openStep, pick, stepForm, submitStep } from '../acting.ts'
import { expect, test } from '../house.ts'
import { dissatisfied } from '../prepared.ts'
import { grouped, own } from '../words.ts'

test('[13-3b] [13-3c] 受政策限制的：承办单位解释并提出异议，另一人备注办结，负责人在办结后甄别', async ({ house }) => {
  const order = await dissatisfied('policy-limits')
  const [explanation, grounds, decision] = [own('已上门解释补贴政策。'), own('诉求超出现行政策。'), own('证据充分。')]

  const first = await house.desk('follow-up', '/console/follow-up')
  await openRow(first, order.number)
  await expect(first.getByRole('list', { name: '回访与办结' })).toContainText('等承办单位向诉求人解释并记录')

  const handler = await house.desk('handler-housing', '/console/unit?tab=to-explain')
  await openRow(handler, order.number)
  await expect(stepForm(handler).getByRole('radio', { name: /政策/ })).toBeChecked()
  await stepForm(handler).getByLabel('解释的内容和经过').fill(explanation)
  await submitStep(handler, '向诉求人解释')
  await handler.goto(`/console/orders/${order.orderId}`)
  await openStep(handler, '对评价提出异议')
  await stepForm(handler).getByLabel('异议的理由').fill(grounds)
  await submitStep(handler, '对评价提出异议')

  // 第二人: whoever confirmed the reason does not close.
  const forbidden = first.getByRole('group').filter({ hasText: '现在不能办的步骤' })
  await first.reload()
  await forbidden.getByText('现在不能办的步骤').click()
  await expect(forbidden.getByRole('button', { name: '备注办结', exact: true })).toHaveAccessibleDescription(/另一人核对/)
  const second = await house.desk('follow-up-2', '/console/follow-up')
  await openRow(second, order.number)
  await expect(second.getByRole('list', { name: '回访与办结' })).toContainText(explanation)
  await stepForm(second).getByLabel('备注办结的事实和依据').fill('补贴办法第六条。')
  await submitStep(second, '备注办结')

  const manager = await house.desk('centre-manager', '/console/dispatch?tab=disputes')
  await openRow(manager, order.number)
  await expect(manager.getByRole('list', { name: '回访与办结' })).toContainText(grounds)
  await stepForm(manager).getByText('异议成立，从考核满意度中剔除').click()
  await stepForm(manager).getByLabel('甄别的理由（承办单位会看到）').fill(decision)
  await submitStep(manager, '甄别')
  await expect(manager.getByRole('link', { name: grouped(order.number) })).toHaveCount(0)

  await handler.reload()
  await expect(handler.getByRole('list', { name: '回访与办结' })).toContainText(decision)
})

test('[13-3d] 标记为行政调解类：有依据，写在工单上', async ({ house }) => {
  const order = await dissatisfied('expectation')
  const dispatcher = await house.desk('dispatcher', `/console/orders/${order.orderId}`)
  await openStep(dispatcher, '标记调解、执法')
  await pick(stepForm(dispatcher), '标记为', '行政调解类')
  await stepForm(dispatcher).getByLabel('依据（文书号、法律条款）').fill('调解受理通知书第8号')
  await submitStep(dispatcher, '标记调解、执法')
  await expect(dispatcher.getByRole('definition').filter({ hasText: '行政调解类' })).toBeVisible()
})
