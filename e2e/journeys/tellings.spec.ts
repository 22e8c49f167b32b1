import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { staff } from '../prepared.ts'
import { digitsOf, grouped, own, ownPhone } from '../words.ts'

type Item = { readonly title: string; readonly body: string; readonly itemId?: string }
type Draft = { readonly draftId: string; readonly itemId: string; readonly revision: number }

/** Through both reviews, as another journey shows them. */
const published = async ({ title, body, itemId }: Item): Promise<string> => {
  const [clerk, reviewer, editor] = [await staff('clerk-housing'), await staff('reviewer-housing'), await staff('knowledge-editor')]
  const content = {
    type: 'standard-answer',
    title,
    variants: [],
    keywords: ['租金补贴'],
    body,
    ownerUnitId: 'housing',
    document: { name: '演示：租金补贴办法', number: null, article: null },
    region: null,
    validFrom: '2026-01-01',
    validTo: null,
    reviewOn: null,
  }
  let draft = await clerk<Draft>('/knowledge-drafts', { itemId: itemId ?? null, content })
  const on = (step: string): string => `/knowledge-drafts/${draft.draftId}/${step}`
  draft = { ...draft, ...(await clerk<Draft>(on('submit'), { revision: draft.revision })) }
  draft = { ...draft, ...(await reviewer<Draft>(on('vouch'), { revision: draft.revision })) }
  await editor(on('publish'), { revision: draft.revision })
  return draft.itemId
}

/** A seat answers whoever calls with what the base says; the number of the order. */
const answeredBySeat = async (seat: Page, title: string): Promise<string> => {
  await seat.getByLabel('主叫号码').fill(ownPhone())
  await seat.getByRole('button', { name: '模拟来电' }).click()
  await seat.getByRole('button', { name: '接听' }).click()
  const content = seat.getByRole('textbox', { name: '诉求内容' })
  await content.fill(title)
  const passages = seat.getByRole('region', { name: '可引用的知识' })
  const quote = passages.getByRole('button', { name: `引用并直接解答：${title}` })
  await quote.click()
  await expect(quote).toHaveText('已引用')
  await seat
    .getByRole('group', { name: '诉求类别' })
    .or(seat.getByRole('radiogroup', { name: '诉求类别' }))
    .getByText('咨询')
    .click()
  await seat.getByRole('button', { name: '登记并解答办结' }).click()
  const recorded = seat.getByRole('status', { name: '本次已登记' })
  await expect(recorded.getByText('已归档')).toBeVisible()
  const number = digitsOf(await recorded.getByRole('link').textContent())
  await seat.getByRole('button', { name: '挂断' }).click()
  await seat.getByRole('button', { name: '结束登记' }).click()
  return number
}

test('[16c] [17b] 坐席引用知识解答，内容改了发布以后，列出要更正告知的人，接通、说明改了什么、登记', async ({ house }) => {
  const title = own('异地就业租金补贴多久报告')
  const itemId = await published({ title, body: '可以继续领。\n三十日内报告。' })
  const number = await answeredBySeat(await house.desk('seat-6', '/console/seat'), title)

  const officer = await house.desk('follow-up', '/console/tellings')
  const owed = officer.getByRole('listitem').filter({ has: officer.getByRole('link', { name: grouped(number) }) })
  await expect(officer.getByRole('heading', { level: 1, name: '更正告知' })).toBeVisible()
  await expect(owed).toHaveCount(0)

  await published({ title, body: '可以继续领。\n六十日内报告。', itemId })
  await officer.reload()
  await expect(owed).toContainText(title)
  await expect(owed).toContainText('第 1 版 → 第 2 版')
  await expect(owed).toContainText('坐席答复')
  await expectAccessible(officer, 'who is to be told again')

  await owed.getByRole('link', { name: grouped(number) }).click()
  const told = officer.getByRole('region', { name: '告知过的内容' })
  const change = told.getByRole('group', { name: '改了什么' })
  await expect(change.getByRole('listitem')).toHaveText(['删去 三十日内报告。', '新增 六十日内报告。'])
  await expectAccessible(officer, 'what was told of an order')
  const calls = officer.getByRole('region', { name: '接通诉求人' })
  await expect(calls.getByTitle('更正告知')).toBeVisible()
  await calls.getByRole('button', { name: '接通', exact: true }).click()
  await expect(calls.getByRole('status')).toContainText('正在通话')
  await calls.getByRole('button', { name: '挂断' }).click()
  await expect(calls.getByRole('listitem')).toContainText('更正告知')
  await told.getByRole('group', { name: '登记更正告知' }).getByRole('button', { name: '已更正告知' }).click()
  await expect(told).toContainText('已更正告知')
  await expect(told.getByRole('button')).toHaveCount(0)
  await expect(told).toBeFocused()

  await officer.goto('/console/tellings')
  await expect(officer.getByRole('heading', { level: 1, name: '更正告知' })).toBeVisible()
  await expect(officer.locator('.ant-skeleton')).toHaveCount(0)
  await expect(owed).toHaveCount(0)
})
