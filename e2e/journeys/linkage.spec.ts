import type { Locator, Page } from '@playwright/test'
import { choose, fieldOf } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { filed } from '../prepared.ts'
import { own, ownPhone } from '../words.ts'

const answered = async (seat: Page): Promise<void> => {
  await seat.getByLabel('主叫号码').fill(ownPhone())
  await seat.getByRole('button', { name: '模拟来电' }).click()
  await seat.getByRole('button', { name: '接听' }).click()
  await expect(seat.getByText('通话中')).toBeVisible()
}
const consent = (panel: Locator, choice: RegExp): Promise<void> =>
  fieldOf(panel, '来电人是否同意').locator('label').filter({ hasText: choice }).click()
const row = (page: Page, line: string): Locator => page.getByRole('listitem', { name: line })

// Seats of their own: other journeys take their calls at the first one.
test('[14] [11-1] 三方接 120 免征求，转接供电须同意，没接通来电人不断线', async ({ house }) => {
  const seat = await house.desk('seat-2', '/console/seat')
  await answered(seat)
  await seat.keyboard.press('Alt+KeyT')
  const panel = seat.getByRole('region', { name: '转接 / 三方' })
  await expect(panel.getByRole('button', { name: /供水服务热线 号码待填/ })).toBeDisabled()

  await expectAccessible(seat, 'calling a line in')

  house.expectRefusal(409, /\/contacts\/.*\/linkages$/)
  await panel.getByRole('button', { name: /医疗急救 120/ }).click()
  await expect(panel.getByText('须经来电人同意')).toBeVisible()
  await expect(panel.getByText('依据：第十一条（一）')).toBeVisible()

  await consent(panel, /^紧急情况，免征求/)
  await panel.getByLabel('告知对方的话').fill('航天大道车祸，一人受伤。')
  await consent(panel, /^紧急情况，免征求/)
  await seat.keyboard.press('3')
  await expect(panel.getByText('医疗急救已接通，三方都在通话中。')).toBeVisible()
  await panel.getByRole('button', { name: '请对方退出' }).click()
  await expect(panel.getByText('点一下就呼叫')).toBeVisible()

  await consent(panel, /^紧急情况，免征求/)
  await panel.getByRole('button', { name: /供电服务热线 95598/ }).click()
  await expect(panel.getByText('可以不征求同意')).toBeVisible()

  await consent(panel, /^已征得同意$/)
  await fieldOf(panel, '方式').locator('label').filter({ hasText: '转接' }).click()
  await panel.getByRole('button', { name: /供电服务热线 95598/ }).click()
  await panel.getByRole('button', { name: '转交并退出' }).click()
  await expect(seat.getByText('已挂断，可继续登记')).toBeVisible()
  await seat.getByRole('button', { name: '结束登记' }).click()

  await seat.goto('/console/linkage?tab=records')
  const records = seat.getByRole('region', { name: '联动记录' })
  const [transfer, emergency] = [records.getByRole('listitem').nth(0), records.getByRole('listitem').nth(1)]
  await expect(transfer).toContainText('供电服务热线')
  await expect(transfer).toContainText('已转交')
  await expect(transfer).toContainText('来电人同意')
  await expect(emergency).toContainText('航天大道车祸，一人受伤。')
  await expect(emergency).toContainText('紧急情况，未征求同意')
  await emergency.getByLabel('医疗急救的反馈').fill('已送州一医院。')
  await emergency.getByRole('button', { name: '记反馈' }).click()
  await expect(emergency).toContainText('已送州一医院。')
})

test('[14] 占线时来电人不断，改呼推荐的下一条', async ({ house }) => {
  const seat = await house.desk('seat-3', '/console/linkage')
  await choose(row(seat, '公安报警'), '演示：公安报警的反应', '', '演示：占线')
  await seat.goto('/console/seat')
  await answered(seat)
  await seat.getByRole('button', { name: '转接/三方' }).click()
  const panel = seat.getByRole('region', { name: '转接 / 三方' })
  await consent(panel, /^紧急情况，免征求/)
  await panel.getByRole('button', { name: /公安报警 110/ }).click()
  await expect(panel.getByText('公安报警没有接通（占线）。来电人还在线上，没有断。')).toBeVisible()
  await panel.getByRole('button', { name: '改呼消防救援 119' }).click()
  await expect(panel.getByText('消防救援已接通，三方都在通话中。')).toBeVisible()
  await seat.getByRole('button', { name: '挂断' }).click()
  await seat.getByRole('button', { name: '结束登记' }).click()
  await seat.goto('/console/linkage')
  await choose(row(seat, '公安报警'), '演示：公安报警的反应', '', '演示：接听')
})

test('[14] 110 移交和反馈、电话告知、填写号码、试线、演练', async ({ house }) => {
  const { number } = await filed()
  const dispatcher = await house.desk('dispatcher', '/console/linkage?tab=records')
  const records = dispatcher.getByRole('region', { name: '联动记录' })
  const handed = own('邻里噪音，不属警情。')
  await records.getByRole('button', { name: '记对方移交' }).click()
  const received = records.getByRole('form', { name: '记对方移交' })
  await expectAccessible(dispatcher, 'what was handed over')
  await choose(received, '热线', '', '公安报警')
  await received.getByLabel('对方编号').fill('接警 17')
  await received.getByLabel('成为工单').fill(number)
  await received.getByLabel('移交了什么').fill(handed)
  await received.getByRole('button', { name: '保存记录' }).click()
  const record = records.getByRole('listitem').filter({ hasText: handed })
  await expect(record).toContainText('对方编号 接警 17')
  await record.getByLabel('给公安报警的反馈').fill('已派住建局办理。')
  await record.getByRole('button', { name: '记反馈' }).click()
  await expect(record).toContainText('已派住建局办理。')
  await expect(record.getByRole('button', { name: '记反馈' })).toHaveCount(0)

  const told = own('西昌市老城区积水，请协助疏导。')
  await records.getByRole('button', { name: '记电话告知' }).click()
  const telling = records.getByRole('form', { name: '记电话告知' })
  await choose(telling, '热线', '', '交通事故报警')
  await telling.getByLabel('告知了什么').fill(told)
  await telling.getByRole('button', { name: '保存记录' }).click()
  await expect(records.getByRole('listitem').filter({ hasText: told })).toContainText('电话告知')

  const manager = await house.desk('centre-manager', '/console/linkage')
  const gas = row(manager, '燃气服务热线')
  await gas.getByRole('button', { name: '更正' }).click()
  await gas.getByLabel('号码').fill('0834-2160000')
  await gas.getByRole('button', { name: '保存' }).click()
  await expect(gas.getByText(/空 → 0834-2160000/)).toBeVisible()
  await gas.getByRole('button', { name: '关闭' }).click()
  await gas.getByRole('button', { name: '试线' }).click()
  await expect(gas.getByText(/^试线 .*：接通$/)).toBeVisible()
  await expect(gas.getByText('该试线了')).toHaveCount(0)

  await manager.getByRole('link', { name: '试线和演练' }).click()
  const drills = manager.getByRole('region', { name: '试线和演练记录' })
  await expect(drills.getByRole('listitem').first()).toContainText('燃气服务热线')
  await drills.getByRole('button', { name: '记演练' }).click()
  const form = drills.getByRole('form', { name: '记演练' })
  await expectAccessible(manager, 'a drill')
  await choose(form, '哪些热线', '', '医疗急救')
  const finding = own('转接用时 40 秒，偏长。')
  await form.getByLabel('发现的问题').fill(finding)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(drills.getByRole('listitem').filter({ hasText: finding })).toContainText('医疗急救')
})
