import { openRow, openStep, stepForm, submitStep } from '../acting.ts'
import { expect, test } from '../house.ts'
import { filed, preparedUntil, rate, take } from '../prepared.ts'
import { grouped, own, ownPhone } from '../words.ts'

test('[13-4] 关联重复诉求、单位认定终结、负责人核查、再来时解释原意见', async ({ house }) => {
  const person = { phone: ownPhone() }
  const earlier = await preparedUntil('deliver', person)
  await rate(earlier, 'satisfied')
  const later = await preparedUntil('dispatch', person)
  const opinion = own('已依法办理完毕，终结办理。')

  const dispatcher = await house.desk('dispatcher', `/console/orders/${later.orderId}`)
  await openStep(dispatcher, '关联重复诉求')
  await stepForm(dispatcher)
    .getByRole('radio', { name: grouped(earlier.number) })
    .check()
  await submitStep(dispatcher, '关联重复诉求')
  await expect(dispatcher.getByRole('region', { name: '同一诉求人的其他工单' })).toContainText('重复诉求，原工单')

  await take(later.orderId, 'sign', 'sign')
  const clerk = await house.desk('clerk-housing', '/console/unit?tab=in-hand')
  await openRow(clerk, later.number)
  await openStep(clerk, '认定终结办理')
  await stepForm(clerk).getByLabel('终结办理意见（核查同意后诉求人会看到）').fill(opinion)
  await submitStep(clerk, '认定终结办理')

  const manager = await house.desk('centre-manager', '/console/dispatch?tab=terminations')
  await openRow(manager, later.number)
  await expect(manager.getByRole('list', { name: '回访与办结' })).toContainText(opinion)
  await stepForm(manager).getByText('同意终结').click()
  await submitStep(manager, '核查终结办理')
  await expect(manager.getByRole('link', { name: grouped(later.number) })).toHaveCount(0)

  const again = await filed(person)
  await take(again.orderId, 'accept', 'accept')
  await dispatcher.goto(`/console/orders/${again.orderId}`)
  await openStep(dispatcher, '解释终结意见')
  await expect(stepForm(dispatcher)).toContainText(opinion)
  await stepForm(dispatcher).getByLabel('向诉求人的解释（诉求人会看到）').fill('原意见已依法作出，没有新的事实。')
  await submitStep(dispatcher, '解释终结意见')
  await expect(dispatcher.getByRole('definition').filter({ hasText: '已解释终结意见' })).toBeVisible()
})
