import { expectAccessible } from '../axe.ts'
import { file, track } from '../citizen.ts'
import { expect, test } from '../house.ts'
import { preparedUntil } from '../prepared.ts'
import { own, ownPhone } from '../words.ts'

const languages = [
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const

const readingPages = ['/', '/about', '/knowledge', '/knowledge?text=身份证', '/file', '/track']

// What is wrong is said with its place; a trace would only cost time.
test.use({ trace: 'off' })

test('市民的阅读页面：无障碍，中文与英文，宽屏与手机', async ({ house }) => {
  const page = await house.browser()
  house.expectRefusal(404, /^\/nowhere/)
  for (const [language, lang] of languages) {
    for (const path of readingPages) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expectAccessible(page, `${path} ${language}`)
    }
    await page.goto('/knowledge')
    await page.locator('main a[href^="/knowledge/"]').first().click()
    await expect(page).toHaveURL(/\/knowledge\/.+/)
    await page.locator('#report summary').click()
    await expectAccessible(page, `a knowledge item ${language}`)
    await page.goto('/nowhere')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, `no such page ${language}`)
  }
})

test('市民的诉求页面：填写、改错、已提交、跟踪、评价，无障碍', async ({ house }) => {
  const page = await house.browser()
  await file(page, { kind: '求助', content: own('自来水发黄。'), phone: ownPhone(), withPhoto: true })
  await expectAccessible(page, '/filed')
  await page.goto('/request')
  await expectAccessible(page, '/request')
  await page.getByText('不想继续了').click()
  await expectAccessible(page, '/request, about to withdraw')

  house.expectRefusal(400, /^\/file$/)
  await page.goto('/file')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, '/file, to be corrected')

  const answered = await preparedUntil('deliver')
  house.expectRefusal(404, /^\/track$/)
  await track(page, { ...answered, queryCode: '00000000' })
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, '/track, not found')
  await track(page, answered)
  await expect(page.getByRole('button', { name: '提交评价' })).toBeVisible()
  await expectAccessible(page, '/request, to be rated')
  await page.goto('/request?lang=en')
  await expectAccessible(page, '/request, to be rated, en')
})
