import type { Page } from '@playwright/test'
import { pick } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { expect, phone, test } from '../house.ts'
import { grouped, own, ownPhone } from '../words.ts'

// One seat, one call.
test.describe.configure({ mode: 'serial' })

const contentOf = (seat: Page) => seat.getByRole('textbox', { name: '诉求内容' })
const panelOf = (seat: Page) => seat.getByRole('region', { name: '坐席助手' })

const talking = async (seat: Page): Promise<void> => {
  await seat.getByLabel('主叫号码').fill(ownPhone())
  await seat.getByRole('button', { name: '模拟来电' }).click()
  await seat.getByRole('button', { name: '接听' }).click()
  await expect(contentOf(seat)).toBeFocused()
}
const done = async (seat: Page): Promise<void> => {
  await seat.getByRole('button', { name: '挂断' }).click()
  await seat.getByRole('button', { name: '结束登记' }).click()
  await expect(seat.getByText('现在没有来电')).toBeVisible()
}

test('[10-record] [11-2] 边记边建议：类别、事项、地点、承办单位；点一下、按一个键采用，选过的不改，登记受理', async ({ house }) => {
  // The last words of a form may be kept after the call is over.
  house.expectRefusal(404, /\/contacts\/[0-9a-f-]+\/draft$/)
  const seat = await house.desk('seat-5', '/console/seat')
  await talking(seat)
  const panel = panelOf(seat)
  const checkedAtFirst = await seat.getByRole('radio', { checked: true }).count()
  await contentOf(seat).fill(own('求助，请帮忙：我在西昌市礼州镇的工地打工，老板拖欠工资三个月'))
  await expect(panel.getByRole('button', { name: /^采用事项：拖欠工资/ })).toBeVisible()
  await expect(panel.getByText('“拖欠工资”')).toBeVisible()
  await expect(panel.getByText('州人力资源和社会保障局', { exact: true })).toBeVisible()
  await expect(panel.getByText('《保障农民工工资支付条例》第七条')).toBeVisible()
  // Nothing is filled in by itself.
  await expect(seat.getByRole('radio', { checked: true })).toHaveCount(checkedAtFirst)

  await panel.getByRole('button', { name: /^采用事项：拖欠工资/ }).click()
  await contentOf(seat).press('Alt+KeyC')
  const form = seat.getByRole('region', { name: '登记诉求' })
  await expect(form.getByTitle('拖欠工资')).toBeVisible()
  await expect(form.getByTitle('西昌市')).toBeVisible()
  await expect(form.getByTitle('礼州镇')).toBeVisible()
  // What the person chose stays, whatever key is pressed.
  await pick(seat, '诉求类别', '意见建议')
  await contentOf(seat).press('Alt+KeyZ')
  await expect(seat.getByRole('radio', { name: '意见建议' })).toBeChecked()
  await expect(panel.getByRole('button', { name: /^采用类别：/ }).first()).toBeDisabled()
  await expectAccessible(seat, 'the assistant with suggestions')

  await seat.getByRole('button', { name: '登记并受理' }).click()
  const recorded = seat.getByRole('status', { name: '本次已登记' })
  await expect(recorded.getByText('待派单')).toBeVisible()
  await expect(panel.getByText('还看不出')).toHaveCount(4)

  // The same once more: the open order that is like it is named.
  const number = await recorded.getByRole('link').first().textContent()
  await contentOf(seat).fill('我在西昌市礼州镇的工地打工，老板拖欠工资三个月，求助，请帮忙')
  await expect(
    panel.getByRole('region', { name: '相似的在办工单' }).getByRole('link', { name: grouped(number!.replaceAll(/\D/g, '')) }),
  ).toBeVisible()
  await done(seat)
})

test('[11-1] 找到能答的知识，按一个键引用当前版本，登记并解答', async ({ house }) => {
  const seat = await house.desk('seat-5', '/console/seat')
  await talking(seat)
  await contentOf(seat).fill('请问低保怎么申请？')
  const passages = panelOf(seat).getByRole('region', { name: '可引用的知识' })
  await expect(passages.getByRole('button', { name: /^引用并直接解答：.*最低生活保障/ })).toBeVisible()
  await contentOf(seat).press('Alt+KeyZ')
  await contentOf(seat).press('Alt+KeyV')
  await expect(seat.getByRole('radiogroup', { name: '处理' }).getByRole('radio', { name: '直接解答' })).toBeChecked()
  await expect(seat.getByText(/^已引用《.*最低生活保障.*》第 \d+ 版/)).toBeVisible()
  await expect(seat.getByRole('textbox', { name: '答复内容' })).not.toHaveValue('')
  await seat.getByRole('button', { name: '登记并解答办结' }).click()
  await expect(seat.getByRole('status', { name: '本次已登记' }).getByText('已归档')).toBeVisible()
  await done(seat)
})

test('[12-4b] [9-3] [20c] 紧急的话响亮提示先转谁、要求保密的一点即选；助手用不了，照常登记；手机宽度看得到', async ({ house }) => {
  const seat = await house.desk('seat-5', '/console/seat')
  await talking(seat)
  await contentOf(seat).fill(own('会理鹿厂的加油站旁边着火了，有人晕倒！千万别说是我说的'))
  const alarm = seat.getByRole('alert', { name: '可能是特殊紧急事项（第十二条（四））' })
  await expect(alarm).toContainText('119 火警、120 急救')
  await alarm.getByRole('button', { name: '选为特殊紧急事项' }).click()
  await expect(seat.getByRole('radio', { name: '特殊紧急事项' })).toBeChecked()
  await alarm.getByRole('button', { name: '转接/三方' }).click()
  await expect(seat.getByRole('region', { name: '转接 / 三方' })).toBeVisible()
  await panelOf(seat).getByRole('button', { name: '对承办单位保密身份' }).click()
  await expect(seat.getByRole('checkbox', { name: '对承办单位保密诉求人身份' })).toBeChecked()
  await expectAccessible(seat, 'the assistant with an alarm')

  await seat.setViewportSize(phone.viewport!)
  await expect(alarm).toBeVisible()
  await expect(panelOf(seat)).toHaveCount(1)
  expect(await seat.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  house.expectRefusal(503, /assistant/)
  await seat.route('**/api/v1/assistant/suggestions', (route) => route.fulfill({ status: 503, json: {} }))
  await contentOf(seat).fill(own('小区路灯坏了'))
  await expect(panelOf(seat).getByText('助手暂时用不了，照常登记即可。')).toBeVisible()
  await pick(seat, '处理', '只登记，稍后决定')
  await seat.getByRole('button', { name: '登记', exact: true }).click()
  await expect(seat.getByRole('status', { name: '本次已登记' })).toBeVisible()
  await done(seat)
})
