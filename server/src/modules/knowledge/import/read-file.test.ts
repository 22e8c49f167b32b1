import { expect, test } from 'vitest'
import { sheetFile } from '../testing/papers.ts'
import { archive, writing } from '../paper/testing/archive.ts'
import { exampleTitle } from './example.ts'
import { readFile } from './read-file.ts'

const read = async (name: string, bytes: Buffer) => {
  const rows = await readFile([{ field: 'file', name, mediaType: '', bytes }])
  return rows.ok ? rows.value.length : rows.refusal.code
}
const sheet = async (rows: readonly (readonly string[])[]) => read('a.xlsx', await sheetFile(rows))
const document = (titles: readonly string[]) =>
  read(
    'a.docx',
    archive(writing(titles.map((title) => `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>${title}</w:t></w:r></w:p>`).join(''))),
  )

test('表头在第十行、带着示例、中间隔着空行的五千条，一条不少；再多的一律不收，不会悄悄少读', async () => {
  const above = Array.from({ length: 9 }, () => ['说明'])
  const items = Array.from({ length: 5000 }, (_, no) => [[`第 ${no} 条`], ['']]).flat()
  expect(await sheet([...above, ['标题'], [exampleTitle], ...items])).toBe(5000)
  expect(await sheet([['标题'], ...items, ['多一条']])).toBe('knowledge.import-too-many')
  const unnamed = Array.from({ length: 6000 }, (_, no) => ['', `${no}`])
  expect(await sheet([['标题'], ...unnamed, ['最后一条']])).toBe('knowledge.import-too-many')
})

test('Word 里五千条连同示例照收，五千零一条不收', async () => {
  const titles = Array.from({ length: 5000 }, (_, no) => `第 ${no} 条`)
  expect(await document([exampleTitle, ...titles])).toBe(5000)
  expect(await document([...titles, '多一条'])).toBe('knowledge.import-too-many')
  expect(await document([...titles, ...titles])).toBe('knowledge.import-too-many')
})
