import { deflateRawSync } from 'node:zlib'

export type Entry = {
  readonly name: string
  readonly content: Buffer
  readonly encrypted?: boolean
  readonly size?: number
  readonly local?: string
}

/** An archive as any program writes it; `size` is what the directory claims of an entry, `local` the name that stands before it. */
export const archive = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, content, encrypted = false, size = content.length, local = name } of entries) {
    const packed = deflateRawSync(content, { level: 9 })
    const [head, entry, title, before] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.from(name), Buffer.from(local)]
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(before.length, 26)
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
    locals.push(head, before, packed)
    central.push(entry, title)
    at += 30 + before.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...central, end])
}

const xml = (content: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${content}`)
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...targets: readonly (readonly [kind: string, target: string])[]): Buffer =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([kind, target], no) => `<Relationship Id="rId${no + 1}" Type="${kinds}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  )

/** A workbook of one sheet, from what stands in its `sheetData`; a cell of type `s` finds `shared` at 0. */
export const workbook = (sheetData: string, shared = ''): readonly Entry[] => [
  { name: '_rels/.rels', content: relations(['officeDocument', 'xl/workbook.xml']) },
  { name: 'xl/workbook.xml', content: xml('<workbook><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>') },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: relations(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
  },
  { name: 'xl/sharedStrings.xml', content: xml(`<sst><si><t>${shared}</t></si></sst>`) },
  { name: 'xl/worksheets/sheet1.xml', content: xml(`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`) },
]

/** A document, from what stands in its body. */
export const writing = (body: string): readonly Entry[] => [
  { name: '_rels/.rels', content: relations(['officeDocument', 'word/document.xml']) },
  {
    name: 'word/styles.xml',
    content: xml(
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style></w:styles>',
    ),
  },
  { name: 'word/_rels/document.xml.rels', content: relations(['styles', 'styles.xml']) },
  {
    name: 'word/document.xml',
    content: xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  },
]
