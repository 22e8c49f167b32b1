import { maskingFor, screened, spansIn } from '@open12345/domain/identity'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { FileView, OrderView } from '@open12345/contract/work-order'
import type { App } from '../../../app.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import type { Language } from '../../../http/call.ts'
import { writeReading } from '../../audit/index.ts'
import { namesOf } from '../../accounts/index.ts'
import { currentWorld } from '../../calendar/index.ts'
import { filesOfOrder } from '../../file/index.ts'
import { openMasks } from '../../identity/index.ts'
import type { Doer } from '../doer.ts'
import type { Names } from '../present/names.ts'
import type { Page } from '../present/page.ts'
import { screenedBy } from '../present/screening.ts'
import { orderViewOf } from '../present/view.ts'
import { decidingWith } from '../write/context.ts'
import { loadOrder } from '../write/load.ts'
import { knownBy } from '../../../keys/marks.ts'
import { opened, openText } from '../write/texts.ts'
import { peopleOf } from '../write/person-facts.ts'
import { factsOf } from '../write/unit-facts.ts'
import { happenedIn, pageRow, type PageRow } from './page-row.ts'

export type Reader = { readonly doer: Doer; readonly language: Language; readonly at: Temporal.Instant }

/** 20c: everybody whom a sealed order names or named; they need not have done anything. */
const namedBy = ({ history }: PageRow): readonly string[] => [
  ...new Set(history.flatMap(({ event }) => (event.type === 'sealed' ? [...event.persons, ...event.removed] : []))),
]

const namesIn = ({ history, units, places }: PageRow, named: ReadonlyMap<string, string>): Names => {
  const people = new Map([...named, ...history.map(({ accountId, name }) => [accountId, name] as const)])
  return {
    unit: (unitId) => units[unitId]?.name ?? unitId,
    place: (county, township) => [county, township].map((code) => (code === null ? '' : (places[code] ?? code))).join(''),
    person: (accountId) => people.get(accountId) ?? '',
  }
}

const fromBase64 = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'base64'))

const masksOf = (app: App, { order: { requesterId }, masks }: PageRow) =>
  requesterId === null || masks === null
    ? undefined
    : openMasks(app, {
        requester_id: requesterId,
        wrapped_key: Buffer.from(masks.key, 'base64'),
        masks_sealed: fromBase64(masks.sealed),
        anonymous: masks.anonymous,
      })

const pageOf = async (tx: Tx, app: App, orderId: string, row: PageRow, { doer, language, at }: Reader): Promise<Decision<Page>> => {
  const key = opened(app, fromBase64(row.key))
  if (!key.ok) return key
  const { order, number } = row
  const masking = maskingFor(doer.actor.scope, screenedBy(order))
  const texts = row.texts.map(({ id, role, sealed, spans }) => {
    const text = openText(app, orderId, key.value, id, Buffer.from(sealed, 'base64'))
    return [id, { role, text: screened({ role, text, spans }, masking) }] as const
  })
  const fileNamed = ({ name, ...file }: FileView): FileView => ({
    ...file,
    name: screened({ role: 'file-name', text: name, spans: spansIn(name, knownBy(key.value, row.marks)) }, masking),
  })
  const units = factsOf(Object.entries(row.units).map(([unitId, unit]) => ({ unitId, ...unit })))
  const people = await peopleOf(tx, order.knownTo ?? [], at)
  return accept({
    orderId,
    number,
    order,
    history: happenedIn(row),
    texts: new Map(texts),
    files: row.hasFiles ? (await filesOfOrder(tx, app, orderId, key.value)).map(fileNamed) : [],
    explanations: new Map(Object.entries(row.explanations)),
    masks: masksOf(app, row),
    repeatOfNumber: order.repeatOf === undefined ? null : ((await loadOrder(tx, order.repeatOf))?.number ?? null),
    names: namesIn(row, await namesOf(tx, namedBy(row))),
    people,
    deciding: decidingWith({ at, doer, world: await currentWorld(tx, app), acceptedAt: order.acceptedAt, units, people }),
    doer,
    language,
  })
}

export const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()

/** Reads one order whole, in the running transaction of its reader. Refuses `work-order.not-found`. */
export const readPage = async (tx: Tx, app: App, orderId: string, reader: Reader): Promise<Decision<Page>> => {
  const row = await pageRow(tx, orderId, dayOf(reader.at))
  return row === undefined ? refuse({ code: 'work-order.not-found' }) : pageOf(tx, app, orderId, row, reader)
}

/** The order as its reader may see it now; whoever reads it is on record. Refuses `work-order.not-found`. */
export const readOrder = (app: App, orderId: string, reader: Reader): Promise<Decision<OrderView>> =>
  asActor(app.database, reader.doer.actor, async (tx) => {
    const page = await readPage(tx, app, orderId, reader)
    if (!page.ok) return page
    await writeReading(tx, app, orderId)
    return accept(orderViewOf(page.value))
  })
