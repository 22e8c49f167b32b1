import { expect, test } from '../house.ts'
import { preparedUntil } from '../prepared.ts'

test('[20c] 保密工单：承办人接通诉求人、挂断，页面上没有号码，回访员看得到这次通话', async ({ house }) => {
  const order = await preparedUntil('sign', { confidential: true })
  const handler = await house.desk('handler-housing', `/console/orders/${order.orderId}`)
  const calls = handler.getByRole('region', { name: '接通诉求人' })
  await calls.getByRole('button', { name: '接通', exact: true }).click()
  await expect(calls.getByRole('status')).toContainText('正在通话')
  await expect(handler.locator('body')).not.toContainText(/(?<!\d)1[3-9]\d{9}(?!\d)/)
  await calls.getByRole('button', { name: '挂断' }).click()
  await expect(calls.getByRole('listitem')).toContainText('已通话')
  await expect(calls.getByRole('listitem')).toContainText('核实情况')
  const officer = await house.desk('follow-up', `/console/orders/${order.orderId}`)
  await expect(officer.getByRole('region', { name: '接通诉求人' }).getByRole('listitem')).toContainText('已通话')
})
