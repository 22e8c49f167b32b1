import { choose, stepForm } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { expect, phone, test } from '../house.ts'
import { filed, staff } from '../prepared.ts'
import { ownPhone } from '../words.ts'

// What is wrong is said with its place; a trace would only cost time.
test.use({ trace: 'off' })

const report = { kind: 'report', subject: 'official-conduct' }
const place = { county: '513401', township: null }

test('[20c] 文中单位的提示和要答的问题：受理、派单的表单无障碍', async ({ house }) => {
  const content = '举报州住房和城乡建设局局长张某收受好处费，州城市管理行政执法局的工作人员视而不见。'
  const order = await filed({ ...report, content })
  const seat = await house.desk('seat', `/console/orders/${order.orderId}`)
  await expect(seat.getByRole('region', { name: '文中提到的单位' }).getByRole('listitem')).toHaveCount(2)
  await stepForm(seat).getByRole('button', { name: '受理', exact: true }).click()
  await expect(stepForm(seat).getByText('请采用上面的单位')).toBeVisible()
  await expectAccessible(seat, 'what acceptance asks')

  await (
    await staff('seat')
  )(`/orders/${order.orderId}/accept`, { ...report, place })
  const dispatcher = await house.desk('dispatcher', `/console/orders/${order.orderId}`)
  await choose(stepForm(dispatcher), '承办单位', '物业管理科')
  await expect(dispatcher.getByText('要派给的单位就是举报文中提到的单位')).toBeVisible()
  await expectAccessible(dispatcher, 'what the dispatch asks')
})

test('[20c] 写了自己住处的提醒：公众表无障碍', async ({ house }) => {
  const citizen = await house.browser(phone)
  await citizen.goto('/file')
  await citizen.getByRole('radio', { name: '举报' }).check()
  await citizen.getByLabel('什么事').fill('我家隔壁月城小区3栋2单元502室夜里放高利贷。')
  await citizen.getByLabel('县（市）').selectOption({ label: '西昌市' })
  await citizen.getByLabel('联系电话').fill(ownPhone())
  await citizen.getByRole('button', { name: '提交' }).click()
  await expect(citizen.getByRole('alert')).toContainText('您写的地点可能就是您的住处')
  await expectAccessible(citizen, 'the warning')
})
