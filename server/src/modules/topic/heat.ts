import { sql } from 'kysely'
import type { Settings } from '@open12345/domain/policy'
import type { Tx } from '../../db/transaction.ts'

export type Heat = {
  readonly topic_id: string
  readonly messages: number
  readonly people: number
  readonly lately: number
  readonly lately_people: number
  readonly lately_special: number
  readonly before: number
  readonly county: string | null
  readonly first_at: Temporal.Instant
  readonly last_at: Temporal.Instant
  /** Epoch milliseconds. */
  readonly times: readonly number[]
}

/** As the actor may see it. @clause 20c */
export const heatOf = async (
  tx: Tx,
  wanted: readonly string[] | null,
  at: Temporal.Instant,
  { topicWarning: { value: limits } }: Pick<Settings, 'topicWarning'>,
): Promise<readonly Heat[]> => {
  const latelyFrom = at.subtract({ hours: limits.days * 24 })
  const { rows } = await sql<Heat>`
    select * from app.topic_heat(${wanted === null ? null : [...wanted]}::uuid[], ${latelyFrom}, ${latelyFrom.subtract({ hours: limits.pastDays * 24 })}, ${at})
    order by lately desc, messages desc, last_at desc, topic_id`.execute(tx)
  return rows
}
