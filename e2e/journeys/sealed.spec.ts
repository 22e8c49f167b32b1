import { choose, openStep, stepForm, submitStep } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { file } from '../citizen.ts'
import { expect, test } from '../house.ts'
import { staff } from '../prepared.ts'
import { grouped, own } from '../words.ts'

const none = '没有找到符合条件的工单。'

test('[20c] 负责人限定知悉人员：派单员再也查不到，列名的承办人照常办', async ({ house }) => {
  const content = own('邻居扬言要报复作证的人，我们不敢出门。')
  const { number } = await file(await house.browser(), { kind: '求助', content })

  const dispatcher = await house.desk('dispatcher', `/console/search?text=${encodeURIComponent(content)}`)
  await dispatcher.getByRole('link', { name: grouped(number) }).click()
  await expect(dispatcher.getByText(content)).toBeVisible()
  const orderId = dispatcher.url().split('/').at(-1)!
  const place = { county: '513401', township: null }
  await (
    await staff('seat')
  )(`/orders/${orderId}/accept`, { kind: 'help', subject: 'official-conduct', place })
  await (
    await staff('dispatcher')
  )(`/orders/${orderId}/dispatch`, { unitId: 'market', principle: 'industry' })
  await (
    await staff('clerk-market')
  )(`/orders/${orderId}/sign`, {})

  const manager = await house.desk('centre-manager', `/console/orders/${orderId}`)
  await openStep(manager, '限定知悉人员')
  const form = stepForm(manager)
  await choose(form, '知悉人员', '市场监管', '市场监管承办人（')
  await choose(form, '知悉人员', '市场监管', '市场监管审核人')
  await manager.keyboard.press('Escape')
  await choose(form, '密封的原因', '', '可能遭到打击报复')
  await form.getByLabel('说明（承办单位看不到）').fill('作证的人就住在对面。')
  await expectAccessible(manager, '限定知悉人员')
  await submitStep(manager, '限定知悉人员')
  const known = manager.getByRole('region', { name: '知悉人员' })
  await expect(known.getByRole('listitem')).toHaveCount(3)
  await expect(known).toContainText('审核人')
  await expect(manager.getByText('密封', { exact: true }).first()).toBeVisible()

  house.expectRefusal(404, new RegExp(orderId))
  await dispatcher.goto(`/console/orders/${orderId}`)
  await expect(dispatcher.getByRole('alert')).toContainText('没有')
  await expect(dispatcher.getByText(content)).toHaveCount(0)
  for (const text of [number, content.slice(0, 12)]) {
    await dispatcher.goto(`/console/search?text=${encodeURIComponent(text)}`)
    await expect(dispatcher.getByText(none)).toBeVisible()
  }
  const clerk = await house.desk('clerk-market', `/console/search?text=${number}`)
  await expect(clerk.getByText(none)).toBeVisible()

  const handler = await house.desk('handler-market', `/console/search?text=${number}`)
  await handler.getByRole('link', { name: grouped(number) }).click()
  await expect(handler.getByText(content)).toBeVisible()
  await expect(handler.getByRole('region', { name: '知悉人员' })).toBeVisible()
  await expect(handler.getByText('作证的人就住在对面。')).toHaveCount(0)
  await (
    await staff('handler-market')
  )(`/orders/${orderId}/draft`, { reply: '已会同社区上门，专人陪护。' })
})
