import { expect, test } from 'vitest'
import { paperKind } from './archive.ts'
import { inWorker } from './in-worker.ts'
import { archive, workbook, writing, type Entry } from './testing/archive.ts'

const book: Entry = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }
const codeOf = async (name: string, bytes: Buffer) => {
  const kind = await paperKind(name, bytes)
  return kind.ok ? kind.value : kind.refusal.code
}

test('表格和文档按内容认，名称要相符', async () => {
  expect(await codeOf('a.xlsx', archive([book]))).toBe('xlsx')
  expect(await codeOf('a.docx', archive([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]))).toBe('docx')
  expect(await codeOf('a.docx', archive([book]))).toBe('knowledge.import-type')
  expect(await codeOf('a.xlsx', Buffer.from('标题,正文'))).toBe('knowledge.import-type')
  expect(await codeOf('a.xlsx', archive([{ name: 'a.txt', content: Buffer.from('a') }]))).toBe('knowledge.import-type')
})

test('带宏的、加密的、旧格式的不收', async () => {
  expect(await codeOf('a.xlsm', archive([book]))).toBe('knowledge.import-macros')
  expect(await codeOf('a.xlsx', archive([book, { name: 'xl/vbaProject.bin', content: Buffer.from('x') }]))).toBe('knowledge.import-macros')
  expect(await codeOf('a.xlsx', archive([{ ...book, encrypted: true }]))).toBe('knowledge.import-encrypted')
  expect(await codeOf('a.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('knowledge.import-encrypted')
})

test('几十 KB 解压成几十 MB 的，不管目录里怎么写，都在解压时停下', async () => {
  const bomb = archive([book, { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(70 * 1024 * 1024, 'a'), size: 10 }])
  expect(bomb.length).toBeLessThan(200_000)
  expect(await codeOf('a.xlsx', bomb)).toBe('knowledge.import-too-large')
})

test('声明实体的、目录残缺的、截断的读不出来', async () => {
  const swelling = Buffer.from('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>')
  expect(await codeOf('a.xlsx', archive([book, { name: 'xl/sharedStrings.xml', content: swelling }]))).toBe('knowledge.import-unreadable')
  const whole = archive([book])
  expect(await codeOf('a.xlsx', whole.subarray(0, -10))).toBe('knowledge.import-unreadable')
  expect(await codeOf('a.xlsx', Buffer.concat([whole.subarray(0, 20), whole.subarray(40)]))).toBe('knowledge.import-unreadable')
})

test('结构异常的表格只毁掉读它的线程，接着还能读别的', async () => {
  expect(await inWorker({ work: 'read-xlsx', bytes: archive([book]), most: 10 })).toBeUndefined()
  const sheet = await inWorker({ work: 'write-xlsx', sheets: [{ name: '一', widths: [], rows: [['标题'], ['甲']] }] })
  expect(await inWorker({ work: 'read-xlsx', bytes: sheet ?? Buffer.alloc(0), most: 10 })).toEqual([['标题'], ['甲']])
})

const changed = (bytes: Buffer, change: (bytes: Buffer, end: number) => void): Buffer => {
  const copy = Buffer.from(bytes)
  change(copy, copy.length - 22)
  return copy
}
const withMacros = archive([book, { name: 'xl/vbaProject.bin', content: Buffer.from('x') }])

test.each<[string, Buffer]>([
  ['条数写少一条', changed(withMacros, (bytes, end) => bytes.writeUInt16LE(1, end + 10))],
  ['本卷条数写少一条', changed(withMacros, (bytes, end) => bytes.writeUInt16LE(1, end + 8))],
  [
    '两处条数都写少一条',
    changed(withMacros, (bytes, end) => {
      bytes.writeUInt16LE(1, end + 8)
      bytes.writeUInt16LE(1, end + 10)
    }),
  ],
  ['目录大小不对', changed(withMacros, (bytes, end) => bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) - 1, end + 12))],
  ['几卷', changed(archive([book]), (bytes, end) => bytes.writeUInt16LE(1, end + 4))],
  ['后面还有别的', Buffer.concat([archive([book]), Buffer.from('PK')])],
  ['说明比文件长', changed(archive([book]), (bytes, end) => bytes.writeUInt16LE(9, end + 20))],
  ['前后两个名字', archive([book, { name: 'a.xml', content: Buffer.from('<a/>'), local: 'xl/vbaProject.bin' }])],
  ['写的大小不是解压后的大小', archive([{ ...book, size: 2_000_000_000 }])],
])('目录骗人的当作损坏，不按它说的看：%s', async (_, bytes) => {
  expect(await codeOf('a.xlsx', bytes)).toBe('knowledge.import-unreadable')
})

test('带着大文件用的目录的当作损坏：读的程序会去看那一份', async () => {
  // The directory for gigabytes stands in a comment of the last entry, where only a reader that knows of it looks.
  const whole = archive([book])
  const end = whole.length - 22
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  const entry = whole.readUInt32LE(end + 16)
  const bytes = Buffer.concat([whole.subarray(0, end), locator, whole.subarray(end)])
  bytes.writeUInt16LE(20, entry + 32)
  bytes.writeUInt32LE(bytes.readUInt32LE(end + 20 + 12) + 20, end + 20 + 12)
  expect(await codeOf('a.xlsx', bytes)).toBe('knowledge.import-unreadable')
  expect(
    await codeOf(
      'a.xlsx',
      changed(bytes, (copy) => copy.fill(0x20, end, end + 20)),
    ),
  ).toBe('xlsx')
})

test('文件末尾带说明的，照收', async () => {
  const bytes = changed(archive([book]), (copy, end) => copy.writeUInt16LE(6, end + 20))
  expect(await codeOf('a.xlsx', Buffer.concat([bytes, Buffer.from('说明')]))).toBe('xlsx')
})

test('几 KB 展开成几十万行、几十万段的，不交给读的程序', async () => {
  const cell = (at: string) => `<row><c r="${at}" t="inlineStr"><is><t>甲</t></is></c></row>`
  const sheet = (content: string) => codeOf('a.xlsx', archive(workbook(content)))
  expect(await sheet(cell('H1000000'))).toBe('knowledge.import-too-large')
  expect(await sheet(cell('Z400000'))).toBe('knowledge.import-too-large')
  expect(await sheet(cell('H99999'))).toBe('xlsx')
  // As some programs end each sheet.
  expect(await sheet(`${cell('A1')}<row r="1048576"><c r="A1048576" s="1"/></row>`)).toBe('xlsx')
  const document = (content: string) => codeOf('a.docx', archive(writing(content)))
  expect(await document('<w:p/>'.repeat(100_001))).toBe('knowledge.import-too-large')
  expect(await document('<x:p >'.repeat(100_001))).toBe('knowledge.import-too-large')
  expect(await document('<w:p><w:pPr/></w:p>'.repeat(100_000))).toBe('docx')
})
