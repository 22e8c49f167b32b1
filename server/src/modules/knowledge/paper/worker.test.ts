import { expect, test } from 'vitest'
import { inWorker } from './in-worker.ts'
import { archive, workbook, writing } from './testing/archive.ts'

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const readSheet = (sheetData: string, shared?: string) =>
  inWorker({ work: 'read-xlsx', bytes: archive(workbook(sheetData, shared)), most: 3 })

test('行在线程里就截断：空行不算，只回写了东西的那么多行', async () => {
  const rows = ['A1', 'A3', 'A4', 'A5'].map((at) => `<row r="${at.slice(1)}">${cell(at, at)}</row>`).join('')
  expect(await readSheet(rows)).toEqual([['A1'], [], ['A3'], ['A4']])
  expect(await readSheet(`<row r="1">${cell('A1', '甲')}</row><row r="20000">${cell('H20000', '乙')}</row>`)).toHaveLength(20_000)
})

test('列在线程里就截断，末尾的空格子不回', async () => {
  expect(await readSheet(`<row r="1">${cell('B1', '乙')}${cell('ZZ1', '远')}</row><row r="2">${cell('A2', '甲')}</row>`)).toEqual([
    ['', '乙'],
    ['甲'],
  ])
})

test('行数多得离谱的、同一段长文字放进许多格子的，毁掉的是线程', async () => {
  expect(await readSheet(`<row>${cell('A1e6', '甲')}</row>`)).toBeUndefined()
  const columns = Array.from({ length: 40 }, (_, no) => `${no < 26 ? '' : 'A'}${String.fromCharCode(65 + (no % 26))}`)
  const repeated = `<row r="1">${columns.map((column) => `<c r="${column}1" t="s"><v>0</v></c>`).join('')}</row>`
  expect(await readSheet(repeated, 'x'.repeat(1_000_000))).toBeUndefined()
  expect((await readSheet(repeated, 'x'))?.[0]).toHaveLength(40)
})

test('段落在线程里就截断，只回那么多个标题', async () => {
  const heading = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>题</w:t></w:r></w:p>'
  const text = '<w:p><w:r><w:t>文</w:t></w:r></w:p>'
  const read = await inWorker({ work: 'read-docx', bytes: archive(writing((heading + text).repeat(5))), most: 3 })
  expect(read?.map((paragraph) => paragraph.text).join('')).toBe('题文题文题')
})
