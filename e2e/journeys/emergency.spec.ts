import { choose, openRow, openStep, pick, stepForm, submitStep } from '../acting.ts'
import { track } from '../citizen.ts'
import { expect, test } from '../house.ts'
import { filed, staff, type Prepared } from '../prepared.ts'
import { own } from '../words.ts'

const place = { county: '513401', township: null }
const matter = { kind: 'help', subject: 'power-supply' } as const

const called = async (urgency: 'ordinary' | 'special'): Promise<Prepared> => {
  const order = await filed({ ...matter, content: own('整个片区停电了，老人在家用制氧机。') })
  await (
    await staff('seat')
  )(`/orders/${order.orderId}/accept`, { ...matter, place, urgency })
  return order
}

test('[12-4a] [12-4b] [13-1] 多人反映同一停电：三件事、开立事件、并入、拆出、公告、结束后逐一答复', async ({ house }) => {
  const [first, second, third, other] = [
    await called('special'),
    await called('ordinary'),
    await called('ordinary'),
    await called('ordinary'),
  ]
  const title = own('城南片区停电')
  const [ready, notice, answer] = [
    own('正在抢修，预计今晚八点来电。'),
    own('城南片区线路故障，正在抢修。'),
    own('城南片区已于十九时恢复供电。'),
  ]

  const dispatcher = await house.desk('dispatcher', '/console/dispatch?tab=acts')
  await openRow(dispatcher, first.number)
  await stepForm(dispatcher).getByLabel('报告内容').fill(own('城南片区停电，影响约两千户。'))
  await submitStep(dispatcher, '报告州政府办公室')
  await choose(stepForm(dispatcher), '打给哪个单位', '州住房和城乡建设局')
  await pick(stepForm(dispatcher), '通话结果', '无人接听')
  await submitStep(dispatcher, '电话告知')
  await pick(stepForm(dispatcher), '通话结果', '已接听并确认')
  await submitStep(dispatcher, '电话告知')
  await dispatcher.goto(`/console/orders/${first.orderId}`)
  await openStep(dispatcher, '派单')
  await choose(stepForm(dispatcher), '承办单位', '州住房和城乡建设局')
  await pick(stepForm(dispatcher), '派单原则', '按职承办')
  await submitStep(dispatcher, '派单')
  const acts = dispatcher.getByRole('region', { name: '特殊事项三件事' })
  await expect(acts.getByRole('listitem').filter({ hasText: '完成' })).toHaveCount(3)

  await dispatcher.getByRole('button', { name: '开立事件' }).click()
  const opening = dispatcher.getByRole('dialog', { name: '开立事件' })
  await opening.getByLabel('事件名称').fill(title)
  await opening.getByLabel('统一答复口径').fill(ready)
  await opening.getByLabel('公告').fill(notice)
  await opening.getByRole('button', { name: '开立事件' }).click()
  await expect(dispatcher.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const incident = new URL(dispatcher.url()).pathname

  const citizen = await house.browser()
  await citizen.goto('/')
  await expect(citizen.getByText(notice)).toBeVisible()

  const join = async ({ orderId }: Prepared): Promise<void> => {
    await dispatcher.goto(`/console/orders/${orderId}`)
    await expect(dispatcher.getByRole('region', { name: '可能是进行中的事件' })).toContainText(ready)
    await openStep(dispatcher, '并入事件')
    await stepForm(dispatcher).getByRole('radio', { name: title }).check()
    await submitStep(dispatcher, '并入事件')
    await expect(dispatcher.getByRole('region', { name: '随事件一并办理' })).toContainText(title)
  }
  for (const order of [second, third, other]) await join(order)
  await openStep(dispatcher, '从事件拆出')
  await stepForm(dispatcher).getByLabel('理由').fill('只是自家跳闸。')
  await submitStep(dispatcher, '从事件拆出')
  await expect(dispatcher.getByRole('article').getByText('待派单').first()).toBeVisible()

  await track(citizen, second)
  await expect(citizen.getByText(notice)).toBeVisible()

  // The unit knows what everybody knows, and neither how many asked nor what callers are told.
  const clerk = await house.desk('clerk-housing', incident)
  await expect(clerk.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(clerk.getByText(notice)).toBeVisible()
  await expect(clerk.getByText('一并办理')).toHaveCount(0)
  await expect(clerk.getByText(ready)).toHaveCount(0)
  // What is over is no unit's any more: a page that stayed open would ask for it again.
  await clerk.close()

  await dispatcher.goto(incident)
  await expect(dispatcher.getByText('一并办理 2 件')).toBeVisible()
  await dispatcher.getByRole('button', { name: '结束事件…' }).click()
  await dispatcher.getByRole('textbox', { name: '统一答复' }).fill(answer)
  await dispatcher.getByRole('button', { name: '结束事件，答复 2 件' }).click()
  await expect(dispatcher.getByText('已结束', { exact: true })).toBeVisible()
  await dispatcher.goto('/console/incidents?tab=over')
  await expect(dispatcher.getByRole('listitem').filter({ hasText: title })).toContainText(answer)

  for (const order of [second, third])
    await expect(async () => {
      await track(citizen, order)
      await expect(citizen.getByText(answer).first()).toBeVisible({ timeout: 2_000 })
    }).toPass()
  await track(citizen, other)
  await expect(citizen.getByText(answer)).toHaveCount(0)
  await citizen.goto('/')
  await expect(citizen.getByText(notice)).toHaveCount(0)
})
