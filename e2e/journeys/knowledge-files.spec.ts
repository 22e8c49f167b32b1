import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { expect, phone, test } from '../house.ts'
import { own } from '../words.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const pdf = {
  name: '租房补贴申请表.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

const exported = async (desk: Page): Promise<Buffer> => {
  const response = await desk.request.get('/api/v1/knowledge-items/export?format=xlsx')
  expect(response.status()).toBe(200)
  return response.body()
}

test('[15] 导入先检查，逐条说明哪里不对；导出再导入，一条也不变', async ({ house }) => {
  const editor = await house.desk('knowledge-editor', '/console/knowledge?tab=exchange')
  await expect(editor.getByRole('link', { name: 'Excel 模板（.xlsx）' })).toBeVisible()
  const importing = editor.getByRole('region', { name: '导入', exact: true })
  const choose = (name: string, buffer: Buffer) => importing.locator('input[type=file]').setInputFiles({ name, mimeType: xlsxType, buffer })
  house.expectRefusal(415, /knowledge-imports\/check/)
  await choose('乱写.xlsx', Buffer.from('这不是表格'))
  await expect(importing.getByText('只能导入 Excel（.xlsx）和 Word（.docx）文件。')).toBeVisible()
  await choose('导出.xlsx', await exported(editor))
  await expect(importing.getByText('可以导入 0 条')).toBeVisible()
  await expect(importing.getByText('需要修改 0 条')).toBeVisible()
  await expectAccessible(editor, 'importing knowledge')
})

test('[15] 附件随稿件发布，群众在条目下面下载', async ({ house }) => {
  const title = own('租房补贴申请表在哪里下载')
  const clerk = await house.desk('clerk-housing', '/console/knowledge?tab=writing')
  await clerk.getByRole('button', { name: '写一条知识' }).click()
  const form = clerk.getByRole('form', { name: '写一条知识' })
  await form.getByLabel('标题').fill(title)
  await form.getByLabel('正文').fill('见附件。')
  await form.getByLabel('关键词').fill('租房补贴')
  await form.getByLabel('依据文件').fill('演示：租房补贴办法')
  await form.getByRole('button', { name: '保存草稿' }).click()
  const card = clerk.getByRole('listitem', { name: title })
  await card.locator('input[type=file]').setInputFiles(pdf)
  await expect(card.getByRole('link', { name: pdf.name })).toBeVisible()
  await card.getByRole('button', { name: '提交审核' }).click()
  await expect(card).toHaveCount(0)
  for (const [login, step] of [
    ['reviewer-housing', '审核通过'],
    ['knowledge-editor', '审核通过并发布'],
  ] as const) {
    const desk = await house.desk(login, '/console/knowledge?tab=review')
    const waiting = desk.getByRole('listitem', { name: title })
    await expect(waiting.getByRole('link', { name: pdf.name })).toBeVisible()
    await waiting.getByRole('button', { name: step, exact: true }).click()
    await expect(waiting).toHaveCount(0)
  }
  const citizen = await house.browser({ ...phone, javaScriptEnabled: false })
  await citizen.goto(`/knowledge?text=${encodeURIComponent(title)}`)
  await citizen.getByRole('link', { name: title }).click()
  const link = citizen.getByRole('link', { name: pdf.name })
  const response = await citizen.request.get((await link.getAttribute('href')) ?? '')
  expect(await response.body()).toEqual(pdf.buffer)
})
