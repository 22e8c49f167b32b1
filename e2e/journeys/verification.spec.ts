import { choose, fieldOf, openRow, openStep, pick, stepForm, submitStep } from '../acting.ts'
import { expect, test } from '../house.ts'
import { filed } from '../prepared.ts'
import { grouped, own } from '../words.ts'

test('[9-guide] 受理前请部门核实：部门看不到诉求人，答复后坐席接着受理，派单时单位已选好', async ({ house }) => {
  const order = await filed()
  const [question, answer] = [own('这条路的路灯归不归你局管？'), own('属市政路灯，归我局。')]
  const seat = await house.desk('seat', '/console/seat?tab=accept')
  await openRow(seat, order.number)
  await openStep(seat, '请部门核实')
  await choose(stepForm(seat), '请哪个部门核实', '州住房和城乡建设局')
  await stepForm(seat).getByLabel('要核实的问题').fill(question)
  await submitStep(seat, '请部门核实')
  await expect(seat.getByText(/已请州住房和城乡建设局核实，等待答复/)).toBeVisible()

  const clerk = await house.desk('clerk-housing', '/console/unit?tab=to-verify')
  // Whoever has answered sees it no more; news of it may still reach the page before it has gone on.
  house.expectRefusal(404, new RegExp(`/orders/${order.orderId}$`))
  await openRow(clerk, order.number)
  await expect(clerk.getByRole('list', { name: '当前要点' })).toContainText(question)
  await expect(clerk.locator('body')).not.toContainText('测试人')
  await stepForm(clerk).getByText('属于受理范围，由本单位办理').click()
  await stepForm(clerk).getByLabel('说明和依据').fill(answer)
  await submitStep(clerk, '答复核实')
  await expect(clerk.getByRole('link', { name: grouped(order.number) })).toHaveCount(0)

  await seat.goto('/console/seat?tab=verified')
  await openRow(seat, order.number)
  await expect(seat.getByRole('list', { name: '当前要点' })).toContainText(answer)
  await submitStep(seat, '受理')

  const dispatcher = await house.desk('dispatcher', '/console/dispatch')
  await openRow(dispatcher, order.number)
  await expect(fieldOf(stepForm(dispatcher), '承办单位').first()).toContainText('州住房和城乡建设局')
  await pick(stepForm(dispatcher), '派单原则', '按职承办')
  await submitStep(dispatcher, '派单')
})

test('[9-guide] 部门说不属于受理范围：坐席的表单已是不予受理', async ({ house }) => {
  const order = await filed()
  const seat = await house.desk('seat', '/console/seat?tab=accept')
  await openRow(seat, order.number)
  await openStep(seat, '请部门核实')
  await choose(stepForm(seat), '请哪个部门核实', '州住房和城乡建设局')
  await stepForm(seat).getByLabel('要核实的问题').fill('是否已进入行政复议？')
  await submitStep(seat, '请部门核实')
  const clerk = await house.desk('clerk-housing', '/console/unit?tab=to-verify')
  await openRow(clerk, order.number)
  await stepForm(clerk).getByText('不属于受理范围', { exact: true }).click()
  await stepForm(clerk).getByLabel('说明和依据').fill('已申请行政复议，正在审理。')
  await submitStep(clerk, '答复核实')

  await seat.goto('/console/seat?tab=verified')
  await openRow(seat, order.number)
  await pick(stepForm(seat), '不予受理的情形', '.*行政复议.*')
  await submitStep(seat, '不予受理')
  await seat.goto(`/console/orders/${order.orderId}`)
  await expect(seat.getByText('不予受理').first()).toBeVisible()
})
