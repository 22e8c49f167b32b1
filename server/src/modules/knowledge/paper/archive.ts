import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'

const inflate = promisify(inflateRaw)
const mostUnpacked = 64 * 1024 * 1024
const mostEntries = 3000

const unreadable = refuse({ code: 'knowledge.import-unreadable' })
const tooLarge = refuse({ code: 'knowledge.import-too-large' })
const encrypted = refuse({ code: 'knowledge.import-encrypted' })

type Entry = { readonly name: string; readonly method: number; readonly packed: number; readonly at: number; readonly isEncrypted: boolean }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/** The central directory, by its own end record; undefined where it contradicts itself, or is of the kind for gigabytes. */
const entriesOf = (bytes: Buffer): readonly Entry[] | undefined => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) return undefined
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let no = 0; no < count; no += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryMark) return undefined
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

const packedBytes = (bytes: Buffer, { at, packed }: Entry): Buffer | undefined => {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localMark) return undefined
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  return start + packed > bytes.length ? undefined : bytes.subarray(start, start + packed)
}

/** A document type is how XML is made to swell, or to fetch what lies elsewhere; no office program writes one. */
const declaresTypes = (name: string, content: Buffer): boolean =>
  /\.(xml|rels)$/i.test(name) && /<!(DOCTYPE|ENTITY)/i.test(content.toString('latin1'))

const isTooLong = (error: unknown): boolean => (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE'

/** Unpacks every entry, because what the directory says of their size is the sender's word; stops where it becomes too much. */
const look = async (bytes: Buffer, entries: readonly Entry[]): Promise<Decision<void>> => {
  let left = mostUnpacked
  for (const entry of entries) {
    const packed = packedBytes(bytes, entry)
    if (packed === undefined || (entry.method !== 0 && entry.method !== 8)) return unreadable
    try {
      const content = entry.method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(1, left) })
      left -= content.length
      if (left <= 0) return tooLarge
      if (declaresTypes(entry.name, content)) return unreadable
    } catch (error) {
      return isTooLong(error) ? tooLarge : unreadable
    }
  }
  return accept(undefined)
}

export type PaperKind = 'xlsx' | 'docx'

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
  const kind = kindOf(new Set(entries.map((entry) => entry.name)))
  if (kind === undefined) return refuse({ code: 'knowledge.import-type' })
  if (/\.(xlsm|docm|xltm|dotm|xlsb)$/i.test(name) || entries.some((entry) => /vbaProject|macrosheets|activeX/i.test(entry.name)))
    return refuse({ code: 'knowledge.import-macros' })
  if (!name.toLowerCase().endsWith(`.${kind}`)) return refuse({ code: 'knowledge.import-type' })
  const looked = await look(bytes, entries)
  return looked.ok ? accept(kind) : looked
}
