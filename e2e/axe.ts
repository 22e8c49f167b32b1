import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { known } from './axe-known.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

const isKnown = (rule: string, target: string): boolean => known.some((one) => one.rule === rule && one.selector.test(target))

export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  const found = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(levels)
    .analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .map(({ target, failureSummary, html }) => ({ target: target.join(' '), why: `${failureSummary ?? ''} ${html.slice(0, 160)}` }))
      .filter(({ target }) => !isKnown(id, target))
      .map(({ target, why }) => `${id}: ${target}: ${why.replaceAll(/\s+/g, ' ')}`),
  )
}

const runsOver = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

const widths = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

/** WCAG 2.1 A and AA at the width of a desk and of a phone; on the phone nothing runs out sideways. */
export const expectAccessible = async (page: Page, where: string): Promise<void> => {
  for (const size of widths) {
    await page.setViewportSize(size)
    const place = `${where}, ${size.width} wide`
    expect.soft(await violationsOf(page), place).toEqual([])
    expect.soft(await runsOver(page), `${place}: points that run over the right edge`).toBe(0)
  }
  await page.setViewportSize(widths[0]!)
}
