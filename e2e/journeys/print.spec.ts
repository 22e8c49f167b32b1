import { expect, test } from '../house.ts'
import { preparedUntil } from '../prepared.ts'

test('[20c] 打印工单和答复函；答复函不带内部说明', async ({ house }) => {
  const order = await preparedUntil('approve')
  const reviewer = await house.desk('reviewer-housing', `/console/orders/${order.orderId}`)
  const [sheet] = await Promise.all([reviewer.waitForEvent('popup'), reviewer.getByRole('link', { name: '打印工单' }).click()])
  await expect(sheet).toHaveTitle(`工单 ${order.number}`)
  await expect(sheet.getByText(order.content).first()).toBeVisible()
  await expect(sheet.getByText('打印人：住建审核人')).toBeVisible()
  const [letter] = await Promise.all([reviewer.waitForEvent('popup'), reviewer.getByRole('link', { name: '打印答复' }).click()])
  await expect(letter).toHaveTitle(`答复函 ${order.number}`)
  await expect(letter.getByText('路灯已修复。')).toBeVisible()
  await expect(letter.locator('body')).not.toContainText('换灯三盏')
})
