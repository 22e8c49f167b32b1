import type { Locator, Page } from '@playwright/test'
import { choose } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { expect, phone, test } from '../house.ts'
import { own } from '../words.ts'

const tab = (login: Page, name: string): Promise<void> =>
  login.getByRole('navigation', { name: '知识库的各部分' }).getByRole('link', { name }).click()
const card = (page: Page, title: string): Locator => page.getByRole('listitem', { name: title })
const step = async (page: Page, title: string, name: string): Promise<void> => {
  await card(page, title).getByRole('button', { name, exact: true }).click()
  await expect(card(page, title)).toHaveCount(0)
}
/** From the clerk's draft through both reviews. */
const reviewed = async (clerk: Page, reviewer: Page, editor: Page, title: string): Promise<void> => {
  await step(clerk, title, '提交审核')
  await reviewer.goto('/console/knowledge?tab=review')
  await step(reviewer, title, '审核通过')
  await editor.goto('/console/knowledge?tab=review')
  await step(editor, title, '审核通过并发布')
}

test('[15] [16c] [17a] 单位起草、审核，中心发布，群众纠错，新版本答复', async ({ house }) => {
  const title = own('公租房轮候多久')
  const clerk = await house.desk('clerk-housing', '/console/knowledge?tab=writing')
  await clerk.getByRole('button', { name: '写一条知识' }).click()
  const form = clerk.getByRole('form', { name: '写一条知识' })
  await expectAccessible(clerk, 'writing an item')
  await form.getByRole('button', { name: '保存草稿' }).click()
  await expect(form.getByText('请填写').first()).toBeVisible()
  await choose(form, '类型', '', '标准答案')
  await form.getByLabel('标题').fill(title)
  await form.getByLabel('正文').fill('按登记先后轮候。\n一般半年左右。')
  await form.getByLabel('关键词').fill('公租房 轮候')
  await form.getByLabel('依据文件').fill('演示：公租房轮候办法')
  await form.getByLabel('失效日期').fill('2020-01-01')
  await expect(form.getByText('早于生效日期')).toBeVisible()
  await form.getByLabel('失效日期').fill('')
  await form.getByRole('button', { name: '保存草稿' }).click()
  await expect(card(clerk, title)).toContainText('起草')

  const reviewer = await house.desk('reviewer-housing', '/console/knowledge')
  const editor = await house.desk('knowledge-editor', '/console/')
  await expect(editor).toHaveURL(/\/console\/knowledge/)
  await reviewed(clerk, reviewer, editor, title)

  const citizen = await house.browser({ ...phone, javaScriptEnabled: false })
  await citizen.goto(`/knowledge?text=${encodeURIComponent(title)}`)
  await citizen.getByRole('link', { name: title }).first().click()
  await citizen.getByText('内容有误？告诉我们').click()
  const wrong = own('现在一般要一年。')
  await citizen.getByLabel('哪里不对').fill(wrong)
  await citizen.getByRole('button', { name: '提交' }).click()
  await expect(citizen.getByText('已收到，谢谢')).toBeVisible()

  await tab(reviewer, '纠错')
  const report = reviewer.getByRole('listitem', { name: title })
  await expect(report).toContainText(wrong)
  await expect(report).toContainText('群众')
  await expect(report).toContainText('还有')
  await expectAccessible(reviewer, 'error reports')
  await report.getByRole('button', { name: '属实', exact: true }).click()
  await expect(report).toContainText('属实，待新版本')

  await clerk.goto('/console/knowledge?tab=reports')
  await expect(clerk.getByRole('listitem', { name: title })).toContainText(wrong)
  await tab(clerk, '已发布')
  await clerk.getByLabel('检索知识库').fill(title)
  await clerk.getByLabel('检索知识库').press('Enter')
  await clerk.getByRole('link', { name: title }).click()
  await clerk.getByRole('button', { name: '修订' }).click()
  await clerk.getByRole('form').getByLabel('正文').fill('按登记先后轮候。\n一般一年左右。')
  await clerk.getByRole('button', { name: '保存草稿' }).click()
  await expect(card(clerk, title)).toContainText('修订第 1 版')
  await reviewed(clerk, reviewer, editor, title)

  await reviewer.goto('/console/knowledge?tab=reports')
  await reviewer.getByText('已办结').click()
  await expect(reviewer.getByRole('listitem', { name: title })).toContainText('第 2 版已改正')
  await reviewer.getByRole('listitem', { name: title }).getByRole('link', { name: title }).click()
  const versions = reviewer.getByRole('region', { name: '各版本' })
  await versions.getByText(/第 2 版（/).click()
  await expect(versions.getByRole('listitem').filter({ hasText: '一般半年左右。' })).toContainText('删去')
  await expect(versions.getByRole('listitem').filter({ hasText: '一般一年左右。' })).toContainText('新增')
  await expect(reviewer.getByRole('region', { name: '某日口径' })).toContainText('一般半年左右。')
  await expectAccessible(reviewer, 'an item and its versions')
  await citizen.goto(`/knowledge?text=${encodeURIComponent(title)}`)
  await citizen.getByRole('link', { name: title }).first().click()
  await expect(citizen.getByText('一般一年左右。')).toBeVisible()
})

test('[17a] 坐席在条目上一键纠错', async ({ house }) => {
  const seat = await house.desk('seat-4', '/console/knowledge')
  await seat.getByLabel('检索知识库').fill('低保')
  await seat.getByLabel('检索知识库').press('Enter')
  await seat.getByRole('link', { name: /最低生活保障/ }).click()
  await seat.getByRole('button', { name: /^纠错/ }).click()
  await seat.getByLabel(/哪里不对/).fill(own('受理窗口改到乡镇了。'))
  await seat.getByRole('button', { name: '提交纠错' }).click()
  await expect(seat.getByText('已交给提供单位和热线中心核对。')).toBeVisible()
})
