import { choose, fieldOf, openRow, openStep, pick, stepForm, submitStep } from '../acting.ts'
import { track } from '../citizen.ts'
import { expect, phone, test, type House } from '../house.ts'
import { preparedUntil, staff } from '../prepared.ts'
import { own } from '../words.ts'

/** One row of the form: which unit, as what, by which principle. */
const part = async (page: Parameters<typeof stepForm>[0], number: number, unit: string, role?: string): Promise<void> => {
  const row = stepForm(page).getByRole('group', { name: `第 ${number} 个单位` })
  await choose(row, '承办单位', unit)
  if (role !== undefined) await choose(row, '身份', '', role)
  await choose(row, '派单原则', '', '按职承办')
}

const dispatchTo = async (house: House, number: string, mode: string) => {
  const dispatcher = await house.desk('dispatcher', '/console/dispatch')
  await openRow(dispatcher, number)
  await pick(stepForm(dispatcher), '派单方式', mode)
  return dispatcher
}

test('[11-3a] 会签：两个单位各在各的列表，各自答复，诉求人看到两个答复', async ({ house }) => {
  const order = await preparedUntil('accept')
  const dispatcher = await dispatchTo(house, order.number, '会签')
  await part(dispatcher, 1, '州住房和城乡建设局')
  await part(dispatcher, 2, '州城市管理行政执法局')
  await submitStep(dispatcher, '派单')

  const housing = await house.desk('clerk-housing', '/console/unit')
  await openRow(housing, order.number)
  await expect(housing.getByRole('region', { name: '承办单位' })).toContainText('会签：各自办理、各自答复')
  await submitStep(housing, '签收')
  const urban = await house.desk('clerk-urban-management', '/console/unit')
  await openRow(urban, order.number)
  await submitStep(urban, '签收')

  const replies = { housing: own('路灯已修好。'), 'urban-management': own('占道摊点已清理。') }
  for (const [unit, reply] of Object.entries(replies)) {
    await (
      await staff(`handler-${unit}`)
    )(`/orders/${order.orderId}/draft`, { reply })
    await (
      await staff(`reviewer-${unit}`)
    )(`/orders/${order.orderId}/approve`, {})
    await (
      await staff(`handler-${unit}`)
    )(`/orders/${order.orderId}/deliver`, { way: 'tracking-page' })
  }
  await dispatcher.goto(`/console/orders/${order.orderId}`)
  await expect(dispatcher.getByRole('region', { name: '州住房和城乡建设局的答复' })).toContainText(replies.housing)
  await expect(dispatcher.getByRole('region', { name: '州城市管理行政执法局的答复' })).toContainText(replies['urban-management'])

  const citizen = await house.browser({ ...phone, javaScriptEnabled: false })
  await track(citizen, order)
  await expect(citizen.getByText(replies.housing).first()).toBeVisible()
  await expect(citizen.getByText(replies['urban-management']).first()).toBeVisible()
})

test('[11-3b] 牵头与协办：协办单位答复牵头单位，牵头单位等齐后统一答复，诉求人看不到协办意见', async ({ house }) => {
  const order = await preparedUntil('accept')
  const dispatcher = await dispatchTo(house, order.number, '牵头主办协办')
  await part(dispatcher, 1, '州住房和城乡建设局')
  await part(dispatcher, 2, '供电公司')
  const form = stepForm(dispatcher)
  await form.getByRole('button', { name: '再加一个单位' }).click()
  await expect(form.getByRole('group', { name: '第 3 个单位' }).getByRole('combobox', { name: '承办单位' })).toBeFocused()
  await form.getByRole('button', { name: '移除第 3 个单位' }).click()
  await expect(form.getByRole('group', { name: '第 3 个单位' })).toHaveCount(0)
  await submitStep(dispatcher, '派单')

  for (const unit of ['housing', 'power-supply']) await (await staff(`clerk-${unit}`))(`/orders/${order.orderId}/sign`, {})
  const lead = await house.desk('handler-housing', `/console/orders/${order.orderId}`)
  await expect(lead.getByRole('region', { name: '还没有回复牵头单位的' })).toContainText(/供电公司（协办），截止/)
  const forbidden = lead.getByRole('group').filter({ hasText: '现在不能办的步骤' })
  await forbidden.getByText('现在不能办的步骤').click()
  await expect(forbidden.getByRole('button', { name: '起草答复' })).toHaveAccessibleDescription(/第十一条（三）/)

  const opinion = own('变压器容量不足，已安排增容。')
  const assistant = await house.desk('handler-power-supply', '/console/unit?tab=in-hand')
  await openRow(assistant, order.number)
  await openStep(assistant, '起草答复')
  await expect(fieldOf(stepForm(assistant), '答复牵头单位（诉求人看不到）')).toBeVisible()
  await stepForm(assistant).getByLabel('答复牵头单位（诉求人看不到）').fill(opinion)
  await submitStep(assistant, '起草答复')
  await (
    await staff('reviewer-power-supply')
  )(`/orders/${order.orderId}/approve`, {})

  await lead.reload()
  await expect(lead.getByRole('region', { name: '供电公司的意见' })).toContainText(opinion)
  const reply = own('路灯供电已恢复。')
  await openStep(lead, '起草答复')
  await stepForm(lead).getByLabel('答复（诉求人将看到）').fill(reply)
  await submitStep(lead, '起草答复')
  await (
    await staff('reviewer-housing')
  )(`/orders/${order.orderId}/approve`, {})
  await (
    await staff('handler-housing')
  )(`/orders/${order.orderId}/deliver`, { way: 'tracking-page' })

  const citizen = await house.browser({ ...phone, javaScriptEnabled: false })
  await track(citizen, order)
  await expect(citizen.getByText(reply).first()).toBeVisible()
  expect(await citizen.content()).not.toContain(opinion)
})

test('[7-1] 单位内部交办：下属科室在自己的列表看到，反馈后本单位起草时看得到', async ({ house }) => {
  const order = await preparedUntil('sign')
  const [note, report] = [own('请到现场看灯杆。'), own('三盏灯灯泡损坏，线路完好。')]
  const handler = await house.desk('handler-housing', '/console/unit?tab=in-hand')
  await openRow(handler, order.number)
  await openStep(handler, '内部交办')
  await choose(stepForm(handler), '交给哪个下属单位', '物业管理科')
  await stepForm(handler).getByLabel('交办说明').fill(note)
  await submitStep(handler, '内部交办')

  const section = await house.desk('handler-housing-property', '/console/unit?tab=in-hand')
  await openRow(section, order.number)
  await expect(section.getByRole('list', { name: '当前要点' })).toContainText(note)
  await openStep(section, '反馈')
  await stepForm(section).getByLabel('办理情况').fill(report)
  await submitStep(section, '反馈')

  await handler.goto(`/console/orders/${order.orderId}`)
  await expect(handler.getByRole('list', { name: '当前要点' })).toContainText(report)
})

test('[11-3c] 专题协调：办公室记录并指定承办单位，该单位不能退回', async ({ house }) => {
  const order = await preparedUntil('accept')
  const dispatcher = await house.desk('dispatcher', '/console/dispatch')
  await openRow(dispatcher, order.number)
  await openStep(dispatcher, '提请专题协调')
  await stepForm(dispatcher).getByLabel('争议和提请理由').fill('两个部门都说不归自己管。')
  await submitStep(dispatcher, '提请专题协调')

  const office = await house.desk('office', '/console/coordination')
  await openRow(office, order.number)
  await openStep(office, '协调记录')
  await choose(stepForm(office), '参加单位', '州住房和城乡建设局')
  await office.keyboard.press('Escape')
  await stepForm(office).getByLabel('协调记录').fill('住建局同意承办。')
  await submitStep(office, '协调记录')
  await openStep(office, '指定承办单位')
  await choose(stepForm(office), '承办单位', '州住房和城乡建设局')
  await pick(stepForm(office), '派单原则', '按职承办')
  const grounds = own('路灯属于市政公用设施。')
  await stepForm(office).getByLabel('指定的理由（承办单位会看到）').fill(grounds)
  await submitStep(office, '指定承办单位')

  const clerk = await house.desk('clerk-housing', '/console/unit')
  await openRow(clerk, order.number)
  await expect(clerk.getByRole('list', { name: '当前要点' })).toContainText(grounds)
  const forbidden = clerk.getByRole('group').filter({ hasText: '现在不能办的步骤' })
  await forbidden.getByText('现在不能办的步骤').click()
  await expect(forbidden.getByRole('button', { name: '退回', exact: true })).toHaveAccessibleDescription(/指定.*不能再退回/)
})
