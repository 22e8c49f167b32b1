import type { Page } from '@playwright/test'
import { choose } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { own } from '../words.ts'

const filled = async (admin: Page, on?: string): Promise<void> => {
  if (on !== undefined) await admin.getByLabel('生效日').fill(on)
  await admin.getByLabel('依据的文件名称和文号').fill('凉府办发〔2026〕测试3号')
  await admin.getByRole('button', { name: '看看将会怎样' }).click()
}
const confirmed = (admin: Page): Promise<void> => admin.getByRole('button', { name: '确认决定' }).click()
const openUnit = async (admin: Page, typed: string, name: string): Promise<void> => {
  const tree = admin.getByRole('region', { name: '单位树' })
  await tree.getByRole('searchbox').fill(typed)
  await tree.getByRole('link', { name }).click()
  await expect(admin.getByRole('heading', { level: 2, name })).toBeVisible()
}

// Units of its own, so that other journeys keep theirs.
test('[7-1] [20-mechanism] 成立两个科，并入，预定更名再撤回；拒绝说明理由', async ({ house }) => {
  const admin = await house.desk('system-admin', '/console/units')
  const [first, second] = [own('热力科'), own('供暖科')]
  for (const [name, code] of [
    [first, 'journey-heat'],
    [second, 'journey-warmth'],
  ] as const) {
    await admin.getByRole('button', { name: '成立单位' }).click()
    const form = admin.getByRole('region', { name: '成立单位' })
    await form.getByRole('textbox', { name: '名称', exact: true }).fill(name)
    await form.getByRole('textbox', { name: '代码', exact: true }).fill(code)
    await choose(form, '类型', '', '内设机构')
    await choose(form, '上级', '住房和城乡', '州住房和城乡建设局')
    await filled(admin)
    await expect(form.getByRole('status', { name: '将会怎样' })).toContainText('今天就生效，不能撤回')
    if (code === 'journey-heat') await expectAccessible(admin, 'a change previewed')
    await confirmed(admin)
    await expect(form).toHaveCount(0)
  }

  await openUnit(admin, 'journey-heat', first)
  await expect(admin.getByRole('region', { name: '变更记录' })).toContainText('已生效')
  await admin.getByRole('button', { name: '更名' }).click()
  house.expectRefusal(409, /\/unit-changes\/preview$/)
  await admin.getByLabel('新名称').fill(second)
  await filled(admin, '2026-06-01')
  await expect(admin.getByText('已有单位叫这个名称')).toBeVisible()
  await admin.getByLabel('新名称').fill(`${first}（新）`)
  await admin.getByLabel('生效日').fill('2026-03-04')
  await admin.getByRole('button', { name: '看看将会怎样' }).click()
  await expect(admin.getByText('在 2026-03-04 已有一项变更')).toBeVisible()
  await admin.getByLabel('生效日').fill('2026-06-01')
  await admin.getByRole('button', { name: '看看将会怎样' }).click()
  await expect(admin.getByRole('status', { name: '将会怎样' })).toContainText('生效之前可以撤回')
  await confirmed(admin)

  await admin.getByRole('link', { name: /^待生效/ }).click()
  const row = admin.getByRole('listitem').filter({ hasText: `${first}（新）` })
  await expect(row).toContainText('待生效')
  await row.getByRole('button', { name: '撤回' }).click()
  await admin.getByRole('tooltip').getByRole('button', { name: '撤回' }).click()
  await expect(row).toHaveCount(0)

  await admin.getByRole('link', { name: '单位树' }).click()
  await openUnit(admin, 'warmth', second)
  await admin.getByRole('button', { name: '并入其他单位' }).click()
  await choose(admin, '并入哪个单位', first)
  await filled(admin, '2026-03-05')
  const preview = admin.getByRole('status', { name: '将会怎样' })
  await expect(preview).toContainText(`0 件未办结的工单由${first}负责`)
  await expect(preview).toContainText('举报它的工单')
  await confirmed(admin)
  await expect(admin.getByRole('region', { name: '变更记录' })).toContainText(`并入${first}`)

  await openUnit(admin, 'centre', '州12345热线中心')
  await expect(admin.getByRole('button', { name: '撤销', exact: true })).toHaveCount(0)
  await openUnit(admin, 'housing', '州住房和城乡建设局')
  await admin.getByRole('button', { name: '撤销', exact: true }).click()
  await filled(admin, '2026-12-01')
  await expect(admin.getByText('它之下还有存续的单位')).toBeVisible()
  await expect(admin.getByText('依据：第七条（一）')).toBeVisible()
})
