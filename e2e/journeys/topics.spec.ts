import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { filed, incidentGoingOn, staff } from '../prepared.ts'
import { grouped, own, ownPhone } from '../words.ts'

const matter = { kind: 'help', subject: 'street-lights', place: { county: '513401', township: null } }

/** Two people tell of the same special matter; the number of the newer order. */
const toldByTwo = async (words: readonly [string, string]): Promise<string> => {
  const seat = await staff('seat')
  let number = ''
  for (const content of words) {
    const order = await filed({ ...matter, content, phone: ownPhone() })
    await seat(`/orders/${order.orderId}/accept`, { ...matter, urgency: 'special' })
    number = order.number
  }
  return number
}

const cardOf = (page: Page, number: string): Locator =>
  page
    .getByRole('list', { name: '待处置的预警' })
    .locator('> li')
    .filter({ hasText: grouped(number) })

/** The program looks for topics each minute. */
const warnedOf = async (numbers: readonly string[]): Promise<void> => {
  const supervisor = await staff('supervisor')
  const warned = async (): Promise<number> => {
    const { items } = await supervisor<{ items: readonly { samples: readonly { number: string }[] }[] }>('/topics?list=warned')
    return items.filter(({ samples }) => samples.some(({ number }) => numbers.includes(number))).length
  }
  await expect.poll(warned, { timeout: 90_000, intervals: [1000] }).toBe(numbers.length)
}

test('[19a] 督办员看到预警、样本和由谁处置，一个属实按事件处理，一个写明理由解除', async ({ house }) => {
  const fire = await toldByTwo(['琼海观鸟台的木栈道垮塌，游客掉进水里', '琼海边观鸟台木栈道垮塌了一大段，有游客掉进水里'])
  const film = await toldByTwo(['老电影院门口搭台放鞭炮排练，声音像爆炸', '老电影院门口又搭台放鞭炮排练，声音像爆炸一样'])
  await incidentGoingOn()
  await warnedOf([fire, film])

  const supervisor = await house.desk('supervisor', '/console/topics?tab=warned')
  const [real, harmless] = [cardOf(supervisor, fire), cardOf(supervisor, film)]
  await expect(real).toContainText('2 件')
  await expect(real).toContainText('2 人')
  await expect(real).toContainText('特殊事项集中')
  await expect(real).toContainText('由 热线中心 处置')
  await real.getByText('最近的工单').click()
  await expect(real.getByRole('link', { name: grouped(fire) })).toContainText('木栈道垮塌')

  await real.getByRole('button', { name: '属实，按事件处理…' }).click()
  const incident = real.getByRole('combobox', { name: '已开立的事件' })
  await expect(incident).toBeFocused()
  await expectAccessible(supervisor, 'a warning being confirmed')
  await real.getByRole('button', { name: '按事件处理', exact: true }).click()
  await expect(real.getByText('请填写')).toBeVisible()
  await incident.click()
  await supervisor.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await real.getByRole('button', { name: '按事件处理', exact: true }).click()
  await expect(real).toHaveCount(0)

  await harmless.getByRole('button', { name: '解除…' }).click()
  const reason = own('已联系剧团，是彩排，没有危险。')
  await expect(harmless.getByLabel('为什么解除')).toBeFocused()
  await harmless.getByLabel('为什么解除').fill(reason)
  await harmless.getByRole('button', { name: '解除预警' }).click()
  await expect(harmless).toHaveCount(0)

  await supervisor.getByRole('navigation', { name: '热点的列表' }).getByRole('link', { name: '已处置的预警' }).click()
  const decided = supervisor.getByRole('list', { name: '已处置的预警' }).locator('> li')
  await expect(decided.filter({ hasText: grouped(film) })).toContainText(reason)
  await decided
    .filter({ hasText: grouped(fire) })
    .getByRole('link', { name: '查看事件' })
    .click()
  await expect(supervisor).toHaveURL(/\/console\/incidents\/[0-9a-f-]{36}/)
})
