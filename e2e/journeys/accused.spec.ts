import { file } from '../citizen.ts'
import { expect, test } from '../house.ts'
import { staff } from '../prepared.ts'
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
