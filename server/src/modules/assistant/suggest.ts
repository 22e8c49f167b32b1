import type { assistantRoutes, Suggestions } from '@open12345/contract/assistant'
import type { Scored } from '@open12345/domain/intake'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { findKnowledge } from '../knowledge/index.ts'
import { suggestFrom, type Suggested } from '../learning/index.ts'
import { civilDateOf } from '../organisation/index.ts'
import { openAlike } from '../work-order/index.ts'
import { alarmsIn } from './alarms.ts'
import { knownPlaces, suggestPlaces } from './places.ts'
import { suggestUnits } from './units.ts'

type Asked = Call<typeof assistantRoutes.askAssistant>

const shortest = 2
const mostKinds = 2
const mostSubjects = 3
const mostPassages = 3
/** What somebody asks for stands at the beginning. */
const searched = 200

const shown = <Value extends string>(ranked: readonly Scored<Value>[], most: number) =>
  ranked.slice(0, most).map(({ value, confidence, reasons }) => ({ value, confidence, reasons: [...reasons] }))

const sourceOf = ({ subject: { from } }: Suggested): Suggestions['source'] =>
  from.by === 'model' ? { by: 'model', version: from.version } : { by: 'rules', version: null }

const narrowest = (place: Asked['body']['place']): string | undefined => place?.township ?? place?.county

type Where = { readonly on: Temporal.PlainDate; readonly place: string | undefined }
const passagesFor = async (tx: Tx, text: string, { on, place }: Where): Promise<Suggestions['passages']> => {
  const hits = await findKnowledge(tx, { text: text.slice(0, searched), on, place, most: mostPassages })
  return hits
    .map(({ item }) => item)
    .map(({ itemId, version, title, body, unitName, source, validTo }) => ({ itemId, version, title, body, unitName, source, validTo }))
}

const nothing: Suggestions = {
  source: { by: 'rules', version: null },
  kinds: [],
  subjects: [],
  places: [],
  units: [],
  orders: [],
  passages: [],
  alarms: { urgent: null, secrecy: [], identity: [] },
}

/**
 * 第十条: what the words of a call may mean, while they are being told. Nothing of them is kept: not in a table, not in the log, not in the audit
 * trail; and nothing is set by it.
 * @clause 10-record
 */
export const suggest = async ({ actor, at, body }: Asked, app: App): Promise<Decision<Suggestions>> => {
  const text = body.text.trim()
  if (text.length < shortest) return accept(nothing)
  const read = await suggestFrom(app)
  const on = civilDateOf(at)
  const chosen = body.subject === null ? undefined : { value: body.subject, confidence: 1, reasons: [] }
  return asActor(app.database, actor, async (tx) => {
    const passages = passagesFor(tx, text, { on, place: narrowest(body.place) })
    const known = await knownPlaces(tx, app, on)
    const places = suggestPlaces(known, text, body.place)
    const place = body.place ?? places[0]?.value
    const meant = read(text, place && known.namesOf(place).join(' '))
    const subjects = shown(meant.subject.ranked, mostSubjects)
    const matter = { text, subject: chosen?.value ?? subjects[0]?.value ?? null, county: place?.county ?? null }
    const [units, orders, found] = await Promise.all([
      suggestUnits(tx, chosen === undefined ? subjects : [chosen], place, meant.unit.ranked, on),
      openAlike(tx, app, actor, matter, at),
      passages,
    ])
    return accept({
      source: sourceOf(meant),
      kinds: shown(meant.kind.ranked, mostKinds),
      subjects,
      places,
      units,
      orders,
      passages: found,
      alarms: alarmsIn(text),
    })
  })
}
