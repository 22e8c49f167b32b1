import { nothingSuggested, type assistantRoutes, type Suggestions } from '@open12345/contract/assistant'
import type { Place } from '@open12345/contract/work-order'
import type { Scored } from '@open12345/domain/intake'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { searchKnowledge } from '../knowledge/index.ts'
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

const shown = <Value extends string>(ranked: readonly Scored<Value>[], most: number) =>
  ranked.slice(0, most).map(({ value, confidence, reasons }) => ({ value, confidence, reasons: [...reasons] }))

const sourceOf = ({ subject: { from } }: Suggested): Suggestions['source'] =>
  from.by === 'model' ? { by: 'model', version: from.version } : { by: 'rules', version: null }

type Meant = { readonly subjects: readonly Scored[]; readonly place: Place | undefined; readonly learned: readonly Scored[] }

/** What is looked for by what the words mean: side by side, as the person who asks. */
const foundFor = async (tx: Tx, app: App, { actor, at }: Asked, text: string, { subjects, place, learned }: Meant) => {
  const on = civilDateOf(at)
  const matter = { text, subject: subjects[0]?.value ?? null, county: place?.county ?? null }
  const [units, orders, passages] = await Promise.all([
    suggestUnits(tx, subjects, place, learned, on),
    openAlike(tx, app, actor, matter, at),
    searchKnowledge(tx, { text, on, place: place?.township ?? place?.county, most: mostPassages }),
  ])
  return { units, orders, passages: [...passages] }
}

/**
 * 第十条: what the words of a call may mean, while they are being told. Nothing of them is kept: not in a table, not in the log, not in the audit
 * trail; and nothing is set by it.
 * @clause 10-record
 */
export const suggest = async (call: Asked, app: App): Promise<Decision<Suggestions>> => {
  const { actor, at, body } = call
  const text = body.text.trim()
  if (text.length < shortest) return accept(nothingSuggested)
  const read = await suggestFrom(app)
  return asActor(app.database, actor, async (tx) => {
    const known = await knownPlaces(tx, app, civilDateOf(at))
    const places = suggestPlaces(known, text, body.place)
    const place = body.place ?? places[0]?.value
    const meant = read(text, place && known.namesOf(place).join(' '))
    const subjects = shown(meant.subject.ranked, mostSubjects)
    const chosen = body.subject === null ? subjects : [{ value: body.subject, confidence: 1, reasons: [] }]
    const found = await foundFor(tx, app, call, text, { subjects: chosen, place, learned: meant.unit.ranked })
    return accept({
      source: sourceOf(meant),
      kinds: shown(meant.kind.ranked, mostKinds),
      subjects,
      places,
      ...found,
      alarms: alarmsIn(text),
    })
  })
}
