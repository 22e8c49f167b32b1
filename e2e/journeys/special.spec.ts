import { choose, openRow, openStep, pick, stepForm, submitStep } from '../acting.ts'
import { expect, test } from '../house.ts'
import { filed, staff } from '../prepared.ts'
import { grouped, own } from '../words.ts'

const place = { county: '513401', township: null }

test('[12-4a] [12-4b] 特殊紧急事项三件事：报告、电话告知（无人接听再打下一位）、派单；办公室阅处', async ({ house }) => {
  const order = await filed({ kind: 'help', subject: 'street-lights' })
  await (
    await staff('seat')
  )(`/orders/${order.orderId}/accept`, { kind: 'help', subject: 'street-lights', place, urgency: 'emergency' })

  const [report, instruction] = [own('灯杆带电，已拉警戒线。'), own('请住建局立即断电抢修。')]
  const manager = await house.desk('centre-manager', '/console/board')
  const countdown = manager
    .getByRole('region', { name: '特殊事项倒计时' })
    .getByRole('listitem')
    .filter({ has: manager.getByRole('link', { name: grouped(order.number) }) })
  await expect(countdown).toContainText('还有')
  await expect(countdown.getByRole('listitem').filter({ hasText: '完成' })).toHaveCount(0)

  const dispatcher = await house.desk('dispatcher', '/console/dispatch?tab=acts')
  await openRow(dispatcher, order.number)
  const acts = dispatcher.getByRole('region', { name: '特殊事项三件事' })
  const act = (name: string) => acts.getByRole('listitem').filter({ has: dispatcher.locator('strong', { hasText: name }) })
  await expect(act('报告州政府办公室')).toContainText('还有')
  await stepForm(dispatcher).getByLabel('报告内容').fill(report)
  await submitStep(dispatcher, '报告州政府办公室')
  await expect(act('报告州政府办公室')).toContainText('完成')

  // The order still lacks its call: it stays open, and the call is the step that is offered.
  await choose(stepForm(dispatcher), '打给哪个单位', '州住房和城乡建设局')
  await pick(stepForm(dispatcher), '通话结果', '无人接听')
  await submitStep(dispatcher, '电话告知')
  await expect(act('电话告知承办单位')).toContainText('还有')
  await expect(act('电话告知承办单位')).toContainText('第 1 联系人：无人接听')
  await expect(stepForm(dispatcher).getByRole('spinbutton', { name: '第几联系人' })).toHaveValue('2')
  await pick(stepForm(dispatcher), '通话结果', '已接听并确认')
  await submitStep(dispatcher, '电话告知')
  await expect(
    dispatcher.getByRole('list', { name: '特殊事项', exact: true }).getByRole('link', { name: grouped(order.number) }),
  ).toHaveCount(0)

  const office = await house.desk('office', '/console/coordination?tab=report')
  await openRow(office, order.number)
  await expect(office.getByRole('region', { name: '特殊事项三件事' })).toContainText(report)
  await stepForm(office).getByLabel('处置意见（可不填，热线中心看到）').fill(instruction)
  await submitStep(office, '阅处报告')
  await expect(office.getByRole('link', { name: grouped(order.number) })).toHaveCount(0)

  await dispatcher.goto(`/console/orders/${order.orderId}`)
  await expect(act('报告州政府办公室')).toContainText(instruction)
  await expect(act('电话告知承办单位')).toContainText('第 2 联系人：已接听并确认')
  await openStep(dispatcher, '派单')
  await choose(stepForm(dispatcher), '承办单位', '州住房和城乡建设局')
  await pick(stepForm(dispatcher), '派单原则', '按职承办')
  await submitStep(dispatcher, '派单')
  await expect(act('派单')).toContainText('完成')

  // Nobody reloads a board.
  await expect(countdown.getByRole('listitem').filter({ hasText: '完成' })).toHaveCount(3)
})
