import { randomBytes, randomInt } from 'node:crypto'
import type { App } from '../../server/src/app.ts'
import { sealerOf } from '../../server/src/modules/identity/envelope.ts'
import { tokensOf } from '../../server/src/modules/work-order/write/tokens.ts'
import { orderNumber } from '@open12345/domain/work-order'
import { newContent } from '../content.ts'
import { tables, type Table, type Template } from './templates.ts'

const dayMs = 86_400_000
const weekMs = 7 * dayMs

/** v7, of a given millisecond. */
const idAt = (ms: number): string => {
  const random = randomBytes(10).toString('hex')
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
}

const shiftedDates = new Map<string, string>()
/** Whole weeks: the hour and the day of the week stay, and the zone has no summer time. */
const shiftDate = (date: string, weeks: number): string => {
  const key = `${date}-${weeks}`
  const known = shiftedDates.get(key)
  if (known !== undefined) return known
  const shifted = Temporal.PlainDate.from(date).subtract({ weeks }).toString()
  shiftedDates.set(key, shifted)
  return shifted
}

/** Texts between slots: pieces[0] slot[0] pieces[1] … */
type Cut = { readonly pieces: readonly string[]; readonly slots: readonly string[] }
type Shifted = { readonly template: Template; readonly weeks: number; readonly cuts: Readonly<Record<Table, Cut>> }

const cut = (line: string, weeks: number, ids: RegExp): Cut => {
  const moved = line.replaceAll(/\b20\d\d-\d\d-\d\d(?=[T \t\n"]|$)/g, (date) => shiftDate(date, weeks))
  const pieces: string[] = []
  const slots: string[] = []
  let from = 0
  for (const found of moved.matchAll(ids)) {
    pieces.push(moved.slice(from, found.index))
    slots.push(found[0])
    from = found.index + found[0].length
  }
  pieces.push(moved.slice(from))
  return { pieces, slots }
}

export const shift = (template: Template, weeks: number): Shifted => {
  const { orderId, contactId, requesterId, texts, messageIds } = template
  const own = [orderId, contactId, ...(requesterId === null ? [] : [requesterId]), ...texts.map(({ textId }) => textId), ...messageIds]
  const ids = new RegExp(`«sealed:[0-9a-f-]{36}»|«number»|«hash»|${own.join('|')}`, 'g')
  return {
    template,
    weeks,
    cuts: Object.fromEntries(tables.map((table) => [table, cut(template.lines[table], weeks, ids)])) as Shifted['cuts'],
  }
}

const fill = ({ pieces, slots }: Cut, value: (slot: string) => string): string => {
  let text = pieces[0] ?? ''
  for (const [index, slot] of slots.entries()) text += value(slot) + (pieces[index + 1] ?? '')
  return text
}

const hex = (bytes: Buffer): string => `\\\\x${bytes.toString('hex')}`
const running = new Map<string, number>()
const numberAt = (ms: number): string => {
  const [year = '', month = ''] = shiftedMonth(ms)
  const key = year.slice(2) + month
  // Above what the program itself has given.
  const next = (running.get(key) ?? 2_000_000) + 1
  running.set(key, next)
  return orderNumber(key, next)
}
const months = new Map<number, readonly string[]>()
const shiftedMonth = (ms: number): readonly string[] => {
  const day = Math.floor((ms + 8 * 3_600_000) / dayMs)
  const known = months.get(day)
  if (known !== undefined) return known
  const parts = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString().split('-')
  months.set(day, parts)
  return parts
}

const requesterLine = (app: App, authorityId: string, requesterId: string, ms: number): string => {
  const { key, wrapped } = app.keyring.newDataKey()
  const seal = sealerOf(app, key, requesterId)
  const phone = `1${String(30_000_000_00 + randomInt(5_000_000_000)).padStart(10, '3')}`
  const sealed = (text: string, column: 'name' | 'phone' | 'masks'): string => hex(seal(column, text) ?? Buffer.alloc(0))
  const masks = JSON.stringify({ name: '测**', phone: `${phone.slice(0, 3)}****${phone.slice(-4)}` })
  const hash = app.keyring.keyedHash('phone', `${authorityId}/${phone}`)
  const at = new Temporal.Instant(BigInt(ms) * 1_000_000n).toString()
  return `${authorityId}\t${requesterId}\t${hex(wrapped)}\t${sealed('测试人', 'name')}\t${sealed(phone, 'phone')}\t\\N\t\\N\t${sealed(masks, 'masks')}\t${hex(hash)}\tf\t${at}\t\\N\n`
}

export type Copied = Readonly<Record<Table | 'vault.requester' | 'work_order_key' | 'work_order_token', string>>

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const tokenOfDay = (day: bigint, pair: number): string => String((day << 43n) | BigInt(pair))

/** One more order like the template's, some weeks before it: own ids, own number, own keys, own words. Only the lines of the tables asked for are built. */
export const copyOf = <T extends keyof Copied>(app: App, { template, weeks, cuts }: Shifted, into: readonly T[]): Pick<Copied, T> => {
  const { authorityId } = app.config
  const ms = template.openedMs - weeks * weekMs
  const ids = new Map<string, string>()
  const newIdOf = (id: string): string => {
    const known = ids.get(id)
    if (known !== undefined) return known
    const made = idAt(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - weeks * weekMs)
    ids.set(id, made)
    return made
  }
  const orderId = newIdOf(template.orderId)
  const number = numberAt(ms)
  const own = once(() => app.keyring.newDataKey())
  const content = once(() => `${template.content}${newContent()}`)
  const sealed = (textId: string): string => {
    const { role, text } = template.texts.find((one) => one.textId === textId) ?? { role: '', text: '' }
    const words = Buffer.from(role === 'content' ? content() : text)
    return hex(app.keyring.seal(own().key, words, `work_order_text/${orderId}/${newIdOf(textId)}`))
  }
  const valueOf = (slot: string): string => {
    if (slot === '«number»') return number
    if (slot === '«hash»') return hex(randomBytes(32))
    return slot.startsWith('«sealed:') ? sealed(slot.slice(8, 44)) : newIdOf(slot)
  }
  const tokens = (): string => {
    const day = BigInt(Math.floor(ms / dayMs))
    return tokensOf(app, content())
      .map((pair) => tokenOfDay(day, pair))
      .join(',')
  }
  const lineOf = (table: keyof Copied): string => {
    switch (table) {
      case 'vault.requester':
        return template.requesterId === null ? '' : requesterLine(app, authorityId, newIdOf(template.requesterId), ms)
      case 'work_order_key':
        // Without marks: no name is known of a copy.
        return `${authorityId}\t${orderId}\t${hex(own().wrapped)}\t\\N\n`
      case 'work_order_token':
        return `${authorityId}\t${orderId}\t{${tokens()}}\n`
      default:
        return fill(cuts[table], valueOf)
    }
  }
  return Object.fromEntries(into.map((table) => [table, lineOf(table)])) as Pick<Copied, T>
}
