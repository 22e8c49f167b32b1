import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { paperKind } from './archive.ts'
import { inWorker } from './in-worker.ts'

type Entry = { readonly name: string; readonly content: Buffer; readonly encrypted?: boolean; readonly size?: number }

/** An archive as any program writes it; `size` is what the directory claims of an entry. */
const archive = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, content, encrypted = false, size = content.length } of entries) {
    const packed = deflateRawSync(content, { level: 9 })
    const [head, entry, title] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.from(name)]
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(title.length, 26)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(encrypted ? 1 : 0, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(at, 42)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(size, 22)
    locals.push(head, title, packed)
    central.push(entry, title)
    at += 30 + title.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...central, end])
}
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
  expect(await inWorker({ work: 'read-xlsx', bytes: archive([book]) })).toBeUndefined()
  const sheet = await inWorker({ work: 'write-xlsx', sheets: [{ name: '一', widths: [], rows: [['标题'], ['甲']] }] })
  expect(await inWorker({ work: 'read-xlsx', bytes: sheet ?? Buffer.alloc(0) })).toEqual([['标题'], ['甲']])
})
