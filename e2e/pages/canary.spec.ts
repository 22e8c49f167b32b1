import { violationsOf } from '../axe.ts'
import { expect, test } from '../house.ts'

/** What finds nothing must be seen to find something. */
test('检查本身有效：坏页面被发现，失败的请求、报错和未捕获的异常也被发现', async ({ house }) => {
  const page = await house.browser()
  await page.goto('/about')
  expect(await violationsOf(page)).toEqual([])
  await page.evaluate(() => {
    const faint = Object.assign(document.createElement('p'), { textContent: '看不清的字' })
    faint.style.color = '#ddd'
    document.querySelector('main')?.append(document.createElement('input'), faint)
  })
  expect((await violationsOf(page)).map((violation) => violation.split(':')[0])).toEqual(['color-contrast', 'label'])

  expect(house.faults).toEqual([])
  await page.evaluate(`console.error('something is wrong')`)
  await page.evaluate(async () => {
    setTimeout(() => {
      throw new Error('nobody catches me')
    })
    await fetch('/site/client/none.css')
  })
  await expect.poll(() => house.faults.map((fault) => fault.split(' ')[0]).toSorted()).toEqual(['404', 'console:', 'uncaught:'])
  house.faults.length = 0
})
