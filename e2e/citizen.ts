import { expect, type Page } from '@playwright/test'
import { photo } from './files.ts'
import { digitsOf } from './words.ts'

export type Told = {
  readonly kind: string
  readonly content: string
  readonly place?: string
  readonly unit?: string
  readonly phone?: string
  readonly withPhoto?: boolean
}
export type Filed = { readonly number: string; readonly queryCode: string }

/** Fills in the citizen's form and sends it; answers what they are told to keep. */
export const file = async (page: Page, told: Told): Promise<Filed> => {
  await page.goto('/file')
  await page.getByRole('radio', { name: told.kind }).check()
  await page.getByLabel('什么事').fill(told.content)
  await choosePlace(page, told.place ?? '西昌市')
  if (told.withPhoto === true) await page.getByLabel('照片和材料').setInputFiles(photo)
  if (told.unit !== undefined) await page.getByLabel('投诉、举报哪个单位').selectOption(told.unit)
  await page.getByLabel('怎么称呼您').fill('测试人')
  await page.getByLabel('联系电话').fill(told.phone ?? '13912345678')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { name: '已收到您的诉求' })).toBeVisible()
  const kept = page.getByRole('region', { name: '请抄下' }).getByRole('definition')
  return { number: digitsOf(await kept.nth(0).textContent()), queryCode: digitsOf(await kept.nth(1).textContent()) }
}

/** One list without script; with it, the county and then the township. */
const choosePlace = async (page: Page, county: string): Promise<void> => {
  const whole = page.getByLabel('事情发生在哪里')
  const option = whole.locator('option', { hasText: `${county}（不清楚哪个乡镇）` })
  if ((await option.count()) > 0) await whole.selectOption({ label: `${county}（不清楚哪个乡镇）` })
  else await page.getByLabel('县（市）').selectOption({ label: county })
}

export const track = async (page: Page, { number, queryCode }: Filed): Promise<void> => {
  await page.goto('/track')
  await page.getByLabel('工单号').fill(number)
  await page.getByLabel('查询码').fill(queryCode)
  await page.getByRole('button', { name: '查询' }).click()
}
