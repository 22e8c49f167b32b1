import { openRow, openStep, pick, stepForm, submitStep } from '../acting.ts'
import { track } from '../citizen.ts'
import { expect, phone, test } from '../house.ts'
import { preparedUntil, take } from '../prepared.ts'

test('[13-2] [13-3a] 不满意、人工回访、退回重办、再次答复，在查询页面评为满意', async ({ house }) => {
  const order = await preparedUntil('deliver')
  const citizen = await house.browser(phone)
  const rate = async (result: string): Promise<void> => {
    await citizen.getByRole('group', { name: '服务过程' }).getByRole('radio', { name: '满意', exact: true }).check()
    await citizen.getByRole('group', { name: '办理结果' }).getByRole('radio', { name: result, exact: true }).check()
    await citizen.getByRole('button', { name: '提交评价' }).click()
    await expect(citizen.getByText('谢谢您的评价。')).toBeVisible()
  }
  await track(citizen, order)
  await expect(citizen.getByText('路灯已修复。').first()).toBeVisible()
  await rate('不满意')

  const followUp = await house.desk('follow-up', '/console/follow-up')
  await openRow(followUp, order.number)
  await pick(stepForm(followUp), '对办理结果', '不满意')
  await pick(stepForm(followUp), '对服务态度', '满意')
  await pick(stepForm(followUp), '不满意的原因', '应办未办')
  await submitStep(followUp, '人工回访')
  await openStep(followUp, '退回重办')
  await pick(stepForm(followUp), '不满意的原因', '应办未办')
  await stepForm(followUp).getByLabel('重办要求').fill('请到现场核实后维修。')
  await submitStep(followUp, '退回重办')

  const handler = await house.desk('handler-housing', '/console/unit?tab=in-hand')
  await expect(handler.getByRole('listitem').filter({ hasText: order.content }).getByText('第 2 轮')).toBeVisible()
  await take(order.orderId, 'draft', 'deliver')

  await citizen.goto('/request')
  await rate('满意')
  await expect(citizen.getByRole('button', { name: '提交评价' })).toHaveCount(0)
  await handler.goto(`/console/orders/${order.orderId}`)
  await expect(handler.getByText('满意办结', { exact: true })).toBeVisible()
})
