import { openRow, openStep, pick, stepForm, submitStep } from '../acting.ts'
import { track } from '../citizen.ts'
import { expect, phone, test } from '../house.ts'
import { preparedUntil } from '../prepared.ts'
import { own } from '../words.ts'

test('[12-3] 申请延时看得到前后两个截止日，中心同意后诉求人也看到两个日期和理由', async ({ house }) => {
  const order = await preparedUntil('sign')
  const reason = own('灯杆要从外地定制，到货需要一周。')
  const handler = await house.desk('handler-housing', '/console/unit?tab=in-hand')
  await openRow(handler, order.number)
  await openStep(handler, '申请延时')
  const form = stepForm(handler)
  await expect(form.getByText(/一般不超过 10 个工作日/)).toBeVisible()
  await form.getByLabel('延长的工作日').fill('5')
  await expect(form.getByText(/现在的截止：3月18日/)).toBeVisible()
  await expect(form.getByText(/延长后的截止：3月25日/)).toBeVisible()
  await form.getByLabel('延时理由（诉求人会看到）').fill(reason)
  await submitStep(handler, '申请延时')
  await expect(handler.getByText('州住房和城乡建设局申请延时 5 个工作日，等待热线中心决定')).toBeVisible()

  const dispatcher = await house.desk('dispatcher', '/console/dispatch?tab=extensions')
  await openRow(dispatcher, order.number)
  await pick(stepForm(dispatcher), '决定', '同意延时')
  await stepForm(dispatcher).getByLabel('延长的工作日').fill('12')
  await expect(stepForm(dispatcher).getByText(/只有热线中心负责人能书面同意/)).toBeVisible()
  await stepForm(dispatcher).getByLabel('延长的工作日').fill('5')
  await expect(stepForm(dispatcher).getByText(/延长后的截止：3月25日/)).toBeVisible()
  await submitStep(dispatcher, '决定延时')

  await handler.goto(`/console/orders/${order.orderId}`)
  await expect(handler.getByRole('region', { name: '时限' }).getByText(/原截止：3月18日/)).toBeVisible()
  await expect(handler.getByRole('region', { name: '承办单位' })).toContainText('延时 5 个工作日：3月18日周三 → 3月25日周三')

  const citizen = await house.browser({ ...phone, javaScriptEnabled: false })
  await track(citizen, order)
  await expect(citizen.getByText(reason).first()).toBeVisible()
  await expect(citizen.getByText(/3月18日/).first()).toBeVisible()
  await expect(citizen.getByText(/3月25日/).first()).toBeVisible()
})
