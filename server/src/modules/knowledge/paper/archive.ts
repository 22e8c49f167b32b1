import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { mostPieces } from './paper.ts'

const inflate = promisify(inflateRaw)
const mostUnpacked = 64 * 1024 * 1024
const mostEntries = 3000

const unreadable = refuse({ code: 'knowledge.import-unreadable' })
const tooLarge = refuse({ code: 'knowledge.import-too-large' })
const encrypted = refuse({ code: 'knowledge.import-encrypted' })

type Entry = {
  readonly name: Buffer
  readonly isEncrypted: boolean
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const endMark = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const entryMark = 0x02014b50
const localMark = 0x04034b50
const locatorMark = 0x07064b50

const entryAt = (bytes: Buffer, at: number): Entry => ({
  isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  method: bytes.readUInt16LE(at + 10),
  packed: bytes.readUInt32LE(at + 20),
  size: bytes.readUInt32LE(at + 24),
  at: bytes.readUInt32LE(at + 42),
  name: bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
})

/**
 * Where the directory begins. Each library believes another field of the end record, so all of them have to agree: it is the end of the file, the directory
 * ends where it begins, one volume, and nothing of the kind for gigabytes.
 */
const directoryAt = (bytes: Buffer, end: number): number | undefined => {
  if (end < 0 || end + 22 > bytes.length || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) return undefined
  if (bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== bytes.readUInt16LE(end + 10)) return undefined
  if (end >= 20 && bytes.readUInt32LE(end - 20) === locatorMark) return undefined
  const start = bytes.readUInt32LE(end + 16)
  return start + bytes.readUInt32LE(end + 12) === end ? start : undefined
}

/** The central directory; undefined where it contradicts itself. */
const entriesOf = (bytes: Buffer): readonly Entry[] | undefined => {
  const end = bytes.lastIndexOf(endMark)
  const start = directoryAt(bytes, end)
  if (start === undefined) return undefined
  const entries: Entry[] = []
  let at = start
  while (at < end) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryMark) return undefined
    entries.push(entryAt(bytes, at))
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return at === end && entries.length === bytes.readUInt16LE(end + 10) ? entries : undefined
}

/** Undefined where it bears another name than in the directory: a library may go by either. */
const packedBytes = (bytes: Buffer, { at, packed, name }: Entry): Buffer | undefined => {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localMark) return undefined
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26)
  if (!bytes.subarray(at + 30, nameEnd).equals(name)) return undefined
  const start = nameEnd + bytes.readUInt16LE(at + 28)
  return start + packed > bytes.length ? undefined : bytes.subarray(start, start + packed)
}

/** A document type is how XML is made to swell, or to fetch what lies elsewhere; no office program writes one. */
const declaresTypes = (name: Buffer, text: string): boolean =>
  /\.(xml|rels)$/i.test(name.toString('latin1')) && /<!(DOCTYPE|ENTITY)/i.test(text)

export type PaperKind = 'xlsx' | 'docx'

// These go over tens of megabytes that a stranger wrote: no repetition in them may run past what it begins with.
const paragraph = /<(?:[^ \t\r\n<>/:]+:)?p[\s/>]/g
/** An empty cell that only has a style stands down there in honest files too. */
const cellFarBelow = /\sr=["'][A-Z]+\d{6,}["'](?:\s\w+=["']\w*["']){0,2}\s*>/

/** Few bytes that would become a huge sheet or document. A part may be read whatever its name. */
const unfolds: Readonly<Record<PaperKind, (text: string) => boolean>> = {
  // A row of six digits, that is from a hundred thousand on.
  xlsx: (text) => cellFarBelow.test(text),
  docx: (text) => text.matchAll(paragraph).drop(mostPieces).next().done !== true,
}

const isTooLong = (error: unknown): boolean => (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE'

/** Unpacks every entry, because what the directory says of their size is the sender's word; stops where it becomes too much. */
const look = async (bytes: Buffer, entries: readonly Entry[], kind: PaperKind): Promise<Decision<void>> => {
  let left = mostUnpacked
  for (const entry of entries) {
    const packed = packedBytes(bytes, entry)
    if (packed === undefined || (entry.method !== 0 && entry.method !== 8)) return unreadable
    try {
      const content = entry.method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(1, left) })
      left -= content.length
      if (left <= 0) return tooLarge
      if (content.length !== entry.size) return unreadable
      const text = content.toString('latin1')
      if (declaresTypes(entry.name, text)) return unreadable
      if (unfolds[kind](text)) return tooLarge
    } catch (error) {
      return isTooLong(error) ? tooLarge : unreadable
    }
  }
  return accept(undefined)
}

const kindOf = (names: ReadonlySet<string>): PaperKind | undefined => {
  if (names.has('xl/workbook.xml')) return 'xlsx'
  return names.has('word/document.xml') ? 'docx' : undefined
}
const isOldOffice = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'

/** What kind of paper it is, by what it holds; nothing of it has been read as XML yet. */
export const paperKind = async (name: string, bytes: Buffer): Promise<Decision<PaperKind>> => {
  // What is encrypted is packed into the old format.
  if (isOldOffice(bytes)) return encrypted
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return refuse({ code: 'knowledge.import-type' })
  const entries = entriesOf(bytes)
  if (entries === undefined || entries.length > mostEntries) return unreadable
  if (entries.some(({ isEncrypted }) => isEncrypted)) return encrypted
  const names = new Set(entries.map((entry) => entry.name.toString('utf8')))
  const kind = kindOf(names)
  if (kind === undefined) return refuse({ code: 'knowledge.import-type' })
  if (/\.(xlsm|docm|xltm|dotm|xlsb)$/i.test(name) || [...names].some((part) => /vbaProject|macrosheets|activeX/i.test(part)))
    return refuse({ code: 'knowledge.import-macros' })
  if (!name.toLowerCase().endsWith(`.${kind}`)) return refuse({ code: 'knowledge.import-type' })
  const looked = await look(bytes, entries, kind)
  return looked.ok ? accept(kind) : looked
}
