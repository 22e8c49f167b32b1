import type { Page } from '@playwright/test'
import { choose, fieldOf, pick } from '../acting.ts'
import { file } from '../citizen.ts'
import { expect, test } from '../house.ts'
import { incidentGoingOn, terminated } from '../prepared.ts'
import { grouped, own, ownPhone } from '../words.ts'

// One seat, one call.
test.describe.configure({ mode: 'serial' })

const ring = async (seat: Page, from: string): Promise<void> => {
  await seat.getByLabel('主叫号码').fill(from)
  await seat.getByRole('button', { name: '模拟来电' }).click()
  await expect(seat.getByText('来电振铃')).toBeVisible()
}

const write = async (seat: Page, content: string, then: string): Promise<void> => {
  await seat.getByRole('textbox', { name: '诉求内容' }).fill(content)
  await pick(seat, '处理', then)
}

test('[2-channels] [10-answer] [9-3] [10-record] 来电、接听、以前的工单、重新载入后恢复、一通电话三件事、挂断、结束', async ({ house }) => {
  const caller = ownPhone()
  const earlier = await file(await house.browser(), { kind: '咨询', content: own('请问社保卡丢了怎么补办？'), phone: caller })
  const seat = await house.desk('seat', '/console/seat')
  await ring(seat, caller)
  await seat.getByRole('button', { name: '接听' }).click()
  await expect(seat.getByText('通话中')).toBeVisible()

  const history = seat.getByRole('region', { name: '该来电人以前的工单' })
  await expect(history.getByRole('link', { name: grouped(earlier.number) })).toBeVisible()

  const content = own('工地拖欠三个月工资，包工头不接电话。')
  await seat.getByRole('textbox', { name: '姓名' }).fill('测试来电人')
  await write(seat, content, '受理（转派单）')
  await expect(seat.getByText(/^已暂存 /)).toBeVisible()
  await seat.reload()
  await expect(seat.getByText('已恢复未完成的登记')).toBeVisible()
  await expect(seat.getByText('通话中')).toBeVisible()
  await expect(seat.getByRole('textbox', { name: '诉求内容' })).toHaveValue(content)
  await expect(seat.getByRole('textbox', { name: '姓名' })).toHaveValue('测试来电人')

  await pick(seat, '诉求类别', '投诉')
  await choose(seat, '事项', '拖欠工资')
  await choose(seat, '县市', '西昌市')
  await seat.getByRole('button', { name: '登记并受理' }).click()
  const recorded = seat.getByRole('status', { name: '本次已登记' })
  await expect(recorded.getByText('待派单')).toBeVisible()
  await expect(seat.getByRole('textbox', { name: '诉求内容' })).toHaveValue('')

  await write(seat, own('另外想问补办身份证要带什么。'), '直接解答')
  await pick(seat, '诉求类别', '咨询')
  await seat.getByRole('searchbox', { name: '检索知识库' }).fill('身份证')
  await seat.getByRole('searchbox', { name: '检索知识库' }).press('Enter')
  const knowledge = seat.getByRole('region', { name: '知识检索' })
  await knowledge
    .getByRole('button', { name: /^引用：/ })
    .first()
    .click()
  await expect(knowledge.getByText(/^已引用《.*》第 \d+ 版/)).toBeVisible()
  await expect(seat.getByRole('textbox', { name: '答复内容' })).not.toHaveValue('')
  await seat.getByRole('button', { name: '登记并解答办结' }).click()
  await expect(recorded.getByText('已归档')).toHaveCount(1)

  await write(seat, own('现在路口发生车祸有人受伤。'), '不予受理')
  await fieldOf(seat, '不予受理的情形').getByText('属于 110、119、120、122 等紧急救助范围').click()
  await choose(seat, '已指引（转接）的紧急电话', '', '120 急救')
  await pick(seat, '是否同时属于特殊', '不属于')
  await seat.getByRole('button', { name: '登记并不予受理' }).click()
  await expect(recorded.getByText('已归档')).toHaveCount(2)

  const declined = recorded.getByRole('listitem').first().getByRole('link')
  const [order] = await Promise.all([seat.waitForEvent('popup'), declined.click()])
  await expect(order.getByText('不予受理').first()).toBeVisible()
  await expect(order.getByText(/120 ?急救/).first()).toBeVisible()

  await seat.getByRole('button', { name: '挂断' }).click()
  await expect(seat.getByText('已挂断，可继续登记')).toBeVisible()
  await seat.getByRole('button', { name: '结束登记' }).click()
  await expect(seat.getByText('现在没有来电')).toBeVisible()
})

test('[12-4a] [13-4] 登记前：同一事件的统一答复口径、同一来电人的重复诉求；登记后解释终结意见', async ({ house }) => {
  await incidentGoingOn()
  const caller = ownPhone()
  const opinion = own('已依法办理完毕，终结办理。')
  const earlier = await terminated(opinion, { phone: caller })
  const seat = await house.desk('seat', '/console/seat')
  await ring(seat, caller)
  await seat.getByRole('button', { name: '接听' }).click()
  await write(seat, own('路灯又不亮了，和上次一样。'), '只登记，稍后决定')
  const repeats = seat.getByRole('status', { name: '可能是重复诉求' })
  await expect(repeats).toHaveCount(0)
  await choose(seat, '事项', '路灯与市政设施')
  await choose(seat, '县市', '西昌市')
  await expect(seat.getByRole('region', { name: '进行中的事件' }).first()).toContainText('您好，正在抢修，今晚八点恢复照明。')

  const likely = repeats.getByRole('radio', { name: grouped(earlier.number) })
  await expect(repeats).toContainText('终结办理')
  await expect(repeats).toContainText('同一事项、地点')
  await likely.check()
  await expect(repeats).toContainText(opinion)
  await repeats.getByText('解释终结意见并归档').click()
  await repeats.getByLabel('向诉求人的解释（诉求人会看到）').fill(own('没有新的事实，原意见不变。'))
  await seat.getByRole('button', { name: '登记', exact: true }).click()
  await expect(seat.getByText('已解释终结意见并归档')).toBeVisible()
  const recorded = seat.getByRole('status', { name: '本次已登记' })
  await expect(recorded.getByText('已归档')).toHaveCount(1)

  // With new facts it is handled as any, and linked.
  await write(seat, own('有新情况：灯杆倾斜。'), '受理（转派单）')
  await pick(seat, '诉求类别', '求助')
  await choose(seat, '事项', '路灯与市政设施')
  await choose(seat, '县市', '西昌市')
  await likely.check()
  await seat.getByRole('button', { name: '登记并受理' }).click()
  await expect(seat.getByText('已关联为重复诉求')).toBeVisible()
  await expect(recorded.getByText('待派单')).toHaveCount(1)

  await seat.getByRole('button', { name: '挂断' }).click()
  await seat.getByRole('button', { name: '结束登记' }).click()
  await expect(seat.getByText('现在没有来电')).toBeVisible()
})

test('[20c] 坐席登记：来电人要保密而地点是其住处的，提醒；文中的单位提示，采用后填好', async ({ house }) => {
  const seat = await house.desk('seat', '/console/seat')
  await ring(seat, ownPhone())
  await seat.getByRole('button', { name: '接听' }).click()
  await seat.getByLabel('住址').fill('西昌市月城小区3栋2单元501室')
  await seat.getByLabel('诉求内容').fill(own('月城小区三栋二单元漏水，州住房和城乡建设局物业管理科互相推诿。'))
  const named = seat.getByRole('region', { name: '文中提到的单位' })
  await expect(named).toContainText('文中提到：州住房和城乡建设局 — 作为被投诉单位？')
  const warning = seat.getByText('写的地点可能就是诉求人的住处')
  await expect(warning).toHaveCount(0)
  await seat.getByRole('checkbox', { name: '对承办单位保密诉求人身份' }).check()
  await expect(warning).toBeVisible()
  await named.getByRole('button', { name: '采用：州住房和城乡建设局' }).click()
  await expect(seat.getByRole('radio', { name: '被投诉单位' })).toBeChecked()
  await expect(named).toHaveCount(0)
  await seat.getByRole('button', { name: '挂断' }).click()
  await seat.getByRole('button', { name: '结束登记' }).click()
})
