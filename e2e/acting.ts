import { expect, type Locator, type Page } from '@playwright/test'
import { grouped } from './words.ts'

/** Chooses from a list that is searched by typing. */
export const choose = async (within: Locator | Page, label: string, typed: string, option = typed): Promise<void> => {
  const field = within.getByRole('combobox', { name: label })
  await field.click()
  if (typed !== '') await field.fill(typed)
  const page = 'page' in within ? within.page() : within
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
}

/** A field with its name, its choices and its notes. */
export const fieldOf = (within: Locator | Page, label: string): Locator => {
  const page = 'page' in within ? within.page() : within
  return within.locator('.ant-form-item').filter({ has: page.locator('.ant-form-item-label', { hasText: label }) })
}

/** Presses one of several radio buttons by what is written on it. */
export const pick = (within: Locator | Page, label: string, choice: string): Promise<void> =>
  fieldOf(within, label)
    .locator('label')
    .filter({ hasText: new RegExp(`^${choice}$`) })
    .click()

/** Opens an order from the work list on the left. */
export const openRow = async (page: Page, number: string): Promise<void> => {
  await page.getByRole('link', { name: grouped(number) }).click()
  await expect(page.getByRole('article').getByRole('heading', { name: grouped(number) })).toBeVisible()
}

/** The form of the step that is being taken. */
export const stepForm = (page: Page): Locator => page.locator('.step-form')

/** Changes to another of the steps that are open. */
export const openStep = (page: Page, name: string): Promise<void> =>
  page.getByRole('group', { name: '办理', exact: true }).getByRole('button', { name, exact: true }).click()

/** Gives the step and waits until the page says that it is done. */
export const submitStep = async (page: Page, name: string): Promise<void> => {
  const done = page.getByText(`已完成：${name}`)
  // The same step taken twice in a row: what is still shown is of the first.
  await expect(done).toHaveCount(0)
  await stepForm(page).getByRole('button', { name, exact: true }).click()
  await expect(done).toBeVisible()
}

export const findOrder = async (page: Page, number: string): Promise<void> => {
  await page.goto(`/console/search?text=${number}`)
  await page.getByRole('link', { name: grouped(number) }).click()
  await expect(page.getByRole('heading', { level: 1, name: grouped(number) })).toBeVisible()
}
