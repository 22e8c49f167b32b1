import type { Notice, NoticeDay } from '@open12345/domain/calendar'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Tx } from '../../db/transaction.ts'
import type { CalendarTables } from './tables.ts'

export type EnteredNotice = Notice & { readonly entryNo: number; readonly enteredAt: Temporal.Instant }

type DayRow = CalendarTables['calendar_notice_day']

const dayOf = ({ on_date: on, kind, name }: DayRow): NoticeDay => ({ on: on.toString(), as: kind, name: { zh: name, en: name } })

/** The notices that administrators of the actor's authority entered, in the order of entering. */
export const enteredNotices = async (tx: Tx): Promise<readonly EnteredNotice[]> => {
  const tables = tx.withTables<CalendarTables>()
  const rows = await tables.selectFrom('calendar_notice').selectAll().orderBy('entry_no').execute()
  if (rows.length === 0) return []
  const days = await tables.selectFrom('calendar_notice_day').selectAll().orderBy('entry_no').orderBy('on_date').execute()
  const daysOf = Map.groupBy(days, ({ entry_no: entryNo }) => entryNo)
  return rows.map(({ entry_no: entryNo, number, year, settles, supersedes, entered_at: enteredAt }) => ({
    entryNo,
    number,
    year,
    settles,
    days: (daysOf.get(entryNo) ?? []).map(dayOf),
    ...(supersedes === null ? {} : { supersedes }),
    enteredAt,
  }))
}

/** One entry at a time: whoever enters a notice has seen all before it. */
export const lockNotices = async (tx: Tx, { authorityId }: Actor): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar-notice ${authorityId}`}, 0))`.execute(tx))

export const insertNotice = async (tx: Tx, actor: Actor, accountId: string, notice: EnteredNotice): Promise<void> => {
  const tables = tx.withTables<CalendarTables>()
  const key = { authority_id: actor.authorityId, entry_no: notice.entryNo }
  const { number, year, settles, supersedes = null, enteredAt } = notice
  await tables
    .insertInto('calendar_notice')
    .values({ ...key, number, year, settles: [...settles], supersedes, entered_by: accountId, entered_at: enteredAt })
    .execute()
  if (notice.days.length === 0) return
  const days = notice.days.map(({ on, as, name }) => ({ ...key, on_date: Temporal.PlainDate.from(on), kind: as, name: name.zh }))
  await tables.insertInto('calendar_notice_day').values(days).execute()
}
