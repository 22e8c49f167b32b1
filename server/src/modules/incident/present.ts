import type { IncidentNotice, IncidentView } from '@open12345/contract/incident'
import type { Actor } from '../../db/actor.ts'
import type { Tx } from '../../db/transaction.ts'
import { placeNames } from '../organisation/index.ts'
import { joinedCounts, seenOf, type Row } from './store.ts'

const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

const placesOf = async (tx: Tx, rows: readonly Row[]): Promise<(row: Row) => string> => {
  const codes = rows.flatMap(({ county, township }) => [county, township]).filter((code) => code !== null)
  const names = await placeNames(tx, [...new Set(codes)])
  return ({ county, township }) => [county, township].map((code) => (code === null ? '' : (names.get(code) ?? code))).join('')
}

/** As this reader may know them: a unit knows what everybody knows. */
export const incidentViews = async (tx: Tx, actor: Actor, rows: readonly Row[]): Promise<IncidentView[]> => {
  const placeOf = await placesOf(tx, rows)
  const answersCallers = actor.scope === 'centre' || actor.scope === 'seat'
  const ids = rows.map(({ incident_id }) => incident_id)
  const joined = answersCallers && ids.length > 0 ? await joinedCounts(tx, ids) : undefined
  const mains =
    actor.scope === 'centre' && ids.length > 0
      ? await seenOf(
          tx,
          rows.map(({ main_order_id }) => main_order_id),
        )
      : undefined
  return rows.map((row) => ({
    incidentId: row.incident_id,
    title: row.title,
    subject: row.subject,
    place: { county: row.county, township: row.township },
    placeName: placeOf(row),
    state: row.over_at === null ? 'open' : 'over',
    notice: row.notice_text,
    readyAnswer: answersCallers ? row.ready_answer : null,
    openedAt: text(row.opened_at),
    overAt: row.over_at === null ? null : text(row.over_at),
    finalAnswer: row.final_answer,
    joined: joined === undefined ? null : (joined.get(row.incident_id) ?? 0),
    mainOrderId: mains?.has(row.main_order_id) === true ? row.main_order_id : null,
  }))
}

export const noticesOf = async (tx: Tx, rows: readonly Row[]): Promise<IncidentNotice[]> => {
  const placeOf = await placesOf(tx, rows)
  return rows.flatMap((row) =>
    row.notice_text === null
      ? []
      : [
          {
            incidentId: row.incident_id,
            title: row.title,
            placeName: placeOf(row),
            notice: row.notice_text,
            openedAt: text(row.opened_at),
          },
        ],
  )
}
