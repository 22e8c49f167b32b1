import { choose, fieldOf, openRow, openStep, pick, stepForm, submitStep } from '../acting.ts'
import { expect, test } from '../house.ts'
import { preparedUntil } from '../prepared.ts'
import { grouped, own } from '../words.ts'

type Return = { readonly reason: string; readonly basis: string }
const giveReturn = async (page: Parameters<typeof stepForm>[0], { reason, basis }: Return): Promise<void> => {
  await openStep(page, '退回')
  const form = stepForm(page)
  await expect(form.getByText(/退回期限：.*退回不停止计时/)).toBeVisible()
  await form.getByLabel('退回理由').fill(reason)
  await form.getByLabel('依据（法律、法规、三定规定等）').fill(basis)
}

test('[12-2c] 退回缺建议单位不能提交；裁定不同意后写明理由和依据，不能再退回，并存为先例', async ({ house }) => {
  const order = await preparedUntil('dispatch')
  const [reason, ruling] = [own('城区道路路灯由城管部门维护。'), own('该路段未移交，仍由住建部门维护。')]
  const clerk = await house.desk('clerk-housing', '/console/unit')
  await openRow(clerk, order.number)
  await giveReturn(clerk, { reason, basis: '《城市照明管理规定》第四条' })
  await stepForm(clerk).getByRole('button', { name: '退回', exact: true }).click()
  await expect(fieldOf(stepForm(clerk), '建议转办的单位').getByText('请选择')).toBeVisible()
  await choose(stepForm(clerk), '建议转办的单位', '州城市管理行政执法局')
  await submitStep(clerk, '退回')
  await expect(clerk.getByText(/州住房和城乡建设局申请退回，等待热线中心裁定/)).toBeVisible()

  const dispatcher = await house.desk('dispatcher', '/console/dispatch?tab=returns')
  await openRow(dispatcher, order.number)
  const point = dispatcher.getByRole('list', { name: '当前要点' })
  await expect(point).toContainText(reason)
  await expect(point).toContainText('州城市管理行政执法局')
  await pick(stepForm(dispatcher), '裁定', '不同意退回')
  await stepForm(dispatcher).getByLabel('裁定理由（退回单位会看到）').fill(ruling)
  await stepForm(dispatcher).getByLabel('裁定依据').fill('移交纪要未签署')
  await submitStep(dispatcher, '裁定退回')
  await expect(dispatcher.getByRole('link', { name: grouped(order.number) })).toHaveCount(0)

  await dispatcher.getByRole('button', { name: '裁定先例' }).click()
  const drawer = dispatcher.getByRole('dialog')
  await choose(drawer, '事项', '路灯')
  await expect(drawer.getByRole('list', { name: '裁定先例' })).toContainText(ruling)

  await clerk.goto(`/console/orders/${order.orderId}`)
  await expect(clerk.getByRole('list', { name: '当前要点' })).toContainText(ruling)
  const forbidden = clerk.getByRole('group').filter({ hasText: '现在不能办的步骤' })
  await forbidden.getByText('现在不能办的步骤').click()
  await expect(forbidden.getByRole('button', { name: '退回', exact: true })).toHaveAccessibleDescription(/不能再退回.*第十二条（二）/)
})

test('[12-2c] [12-1] 同意退回后接着派给建议的单位，原单位不再看到，经过画出两个单位', async ({ house }) => {
  const order = await preparedUntil('sign')
  const handler = await house.desk('handler-housing', '/console/unit?tab=in-hand')
  await openRow(handler, order.number)
  await giveReturn(handler, { reason: own('不属于本局职责。'), basis: '三定规定' })
  await choose(stepForm(handler), '建议转办的单位', '州城市管理行政执法局')
  await submitStep(handler, '退回')

  // What the unit had open is taken from it as well.
  house.expectRefusal(404, new RegExp(order.orderId))
  const dispatcher = await house.desk('dispatcher', '/console/dispatch?tab=returns')
  await openRow(dispatcher, order.number)
  await pick(stepForm(dispatcher), '裁定', '同意退回')
  await submitStep(dispatcher, '裁定退回')
  await expect(fieldOf(stepForm(dispatcher), '承办单位').first()).toContainText('州城市管理行政执法局')
  await pick(stepForm(dispatcher), '派单原则', '按职承办')
  await submitStep(dispatcher, '派单')

  await dispatcher.goto(`/console/orders/${order.orderId}`)
  const way = dispatcher.getByRole('region', { name: '承办单位' }).getByRole('listitem')
  await expect(way.filter({ hasText: '州住房和城乡建设局' }).getByText('已退回', { exact: true })).toBeVisible()
  await expect(way.filter({ hasText: '州城市管理行政执法局' }).getByText('待签收', { exact: true })).toBeVisible()

  await expect(handler.getByRole('alert').filter({ hasText: '没有这个工单' })).toBeVisible()
  await expect(handler.getByText(order.content)).toHaveCount(0)
  const next = await house.desk('clerk-urban-management', '/console/unit')
  await openRow(next, order.number)
})
