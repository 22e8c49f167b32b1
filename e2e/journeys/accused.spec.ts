import { file } from '../citizen.ts'
import { expect, test } from '../house.ts'
import { choose, pick, stepForm, submitStep } from '../acting.ts'
import { filed, staff } from '../prepared.ts'
import { grouped, own } from '../words.ts'

test('[20c] 被举报单位在列表、查找和网址里都找不到这件举报', async ({ house }) => {
  const content = own('反映住建窗口工作人员收取好处费。')
  const { number } = await file(await house.browser(), { kind: '举报', content, unit: '州住房和城乡建设局' })

  const dispatcher = await house.desk('dispatcher', `/console/search?text=${encodeURIComponent(content)}`)
  await dispatcher.getByRole('link', { name: grouped(number) }).click()
  await expect(dispatcher.getByText('该单位及其下属单位看不到这件工单')).toBeVisible()
  const orderId = dispatcher.url().split('/').at(-1)!
  const seat = await staff('seat')
  const relations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: 'housing', accusedAccountId: null }
  const place = { county: '513401', township: null }
  await seat(`/orders/${orderId}/accept`, { kind: 'report', subject: 'official-conduct', place, confidential: true, relations })
  await (
    await staff('dispatcher')
  )(`/orders/${orderId}/dispatch`, { unitId: 'market', principle: 'industry' })

  const market = await house.desk('clerk-market', '/console/unit')
  await market.getByRole('link', { name: grouped(number) }).click()
  await expect(market.getByText('按保密规定，您看不到诉求人身份')).toBeVisible()

  house.expectRefusal(404, new RegExp(`${orderId}`))
  const clerk = await house.desk('clerk-housing', '/console/unit')
  for (const tab of ['待签收', '办理中', '待审核', '待答复']) {
    await clerk.getByRole('navigation', { name: '承办台的列表' }).getByRole('link', { name: tab }).click()
    await expect(clerk.getByRole('list', { name: tab }).or(clerk.getByText('这一环节没有工单。'))).not.toHaveCount(0)
    await expect(clerk.getByText(grouped(number))).toHaveCount(0)
  }
  for (const text of [number, content.slice(0, 12)]) {
    await clerk.goto(`/console/search?text=${encodeURIComponent(text)}`)
    await expect(clerk.getByText('没有找到符合条件的工单。')).toBeVisible()
  }
  await clerk.goto(`/console/orders/${orderId}`)
  await expect(clerk.getByRole('alert')).toContainText('没有')
  await expect(clerk.getByText(content.slice(0, 12))).toHaveCount(0)
  expect((await clerk.goto(`/console-print/orders/${orderId}`))?.status()).toBe(404)
})

test('[20c] 受理举报时文中提到的单位由系统提示，由人采用；没有答复不能受理；派单时再问一次', async ({ house }) => {
  const told = { kind: 'report', subject: 'official-conduct' }
  const one = await filed({ ...told, subject: 'property-management', content: own('反映州住房和城乡建设局局长张某收受好处费。') })
  const other = await filed({ ...told, content: own('举报城管局有人索要香烟。') })

  const seat = await house.desk('seat', `/console/orders/${one.orderId}`)
  const named = seat.getByRole('region', { name: '文中提到的单位' })
  await expect(named).toContainText('文中提到：州住房和城乡建设局 — 作为被举报单位？')
  await expect(named).toContainText('局长张某')
  await stepForm(seat).getByRole('button', { name: '受理', exact: true }).click()
  await expect(stepForm(seat).getByText('请采用上面的单位')).toBeVisible()
  await named.getByRole('button', { name: '采用：州住房和城乡建设局' }).click()
  await expect(seat.getByRole('radio', { name: '被举报单位' })).toBeChecked()
  await expect(seat.getByRole('checkbox', { name: '没有被举报单位' })).toHaveCount(0)
  await submitStep(seat, '受理')

  const dispatcher = await house.desk('dispatcher', `/console/orders/${one.orderId}`)
  await expect(dispatcher.getByText('该单位及其下属单位看不到这件工单')).toBeVisible()
  const hint = stepForm(dispatcher).getByText('可以派给其上级或者监督单位：州人民政府办公室')
  await hint.getByRole('button', { name: '选用' }).click()
  await submitStep(dispatcher, '派单')

  await (
    await staff('seat')
  )(`/orders/${other.orderId}/accept`, { ...told, place: { county: '513401', township: null } })
  await dispatcher.goto(`/console/orders/${other.orderId}`)
  await expect(dispatcher.getByRole('region', { name: '文中提到的单位' })).toContainText('举报文中提到：州城市管理行政执法局')
  await pick(stepForm(dispatcher), '派单原则', '按职承办')
  await choose(stepForm(dispatcher), '承办单位', '州城市管理行政执法局')
  await stepForm(dispatcher).getByRole('button', { name: '派单', exact: true }).click()
  await expect(stepForm(dispatcher).getByText('请改派其他单位')).toBeVisible()
  await dispatcher.getByRole('checkbox', { name: '已核对，该单位没有被举报' }).check()
  await submitStep(dispatcher, '派单')
})
