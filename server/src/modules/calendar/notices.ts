import type { clockRoutes, NoticeView } from '@open12345/contract/clock'
import type { RouteOutput } from '@open12345/contract/kernel'
import { enterNotice, nationalList, noticesInForce, type Notice } from '@open12345/domain/calendar'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { loadedNorms } from '../organisation/index.ts'
import { forgetWorld, tellCalendarChanged } from './current-world.ts'
import { enteredNotices, insertNotice, lockNotices, type EnteredNotice } from './store.ts'

type Routes = typeof clockRoutes
type Known = Notice & { readonly enteredAt?: Temporal.Instant }

const wholeList = { id: nationalList, zh: '国务院办公厅当年节假日安排', en: "The State Council's list of the year" }

/** What came with the prefecture's data, under what is entered here. */
const written = async (tx: Tx) => {
  const { feasts = [], notices = [] } = (await loadedNorms(tx))?.calendar ?? {}
  return { feasts: [...feasts.map(({ id, name }) => ({ id, ...name })), wholeList], notices }
}

const daysAs = (notice: Notice, as: 'off' | 'worked') =>
  notice.days.filter((day) => day.as === as).map(({ on, name }) => ({ on, name: name.zh }))

const present = (notice: Known, inForce: boolean): NoticeView => ({
  number: notice.number,
  year: notice.year,
  settles: [...notice.settles],
  off: daysAs(notice, 'off'),
  worked: daysAs(notice, 'worked'),
  supersedes: notice.supersedes ?? null,
  inForce,
  enteredAt: notice.enteredAt?.toString() ?? null,
})

export const listNotices = async (
  { actor }: Call<Routes['listNotices']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listNotices']>>> => {
  const { feasts, all } = await asActor(app.database, actor, async (tx) => {
    const { notices, ...names } = await written(tx)
    const known: readonly Known[] = [...notices, ...(await enteredNotices(tx))]
    return { ...names, all: known }
  })
  const held = new Set(noticesInForce(all))
  return accept({ items: all.map((notice) => present(notice, held.has(notice))), feasts })
}

const noticeOf = ({ body }: Call<Routes['enterNotice']>): Notice => {
  const named = (name: string) => ({ zh: name, en: name })
  return {
    number: body.number,
    year: body.year,
    settles: body.settles,
    days: [
      ...body.off.map(({ on, name }) => ({ on, as: 'off' as const, name: named(name) })),
      ...body.worked.map(({ on, name }) => ({ on, as: 'worked' as const, name: named(name) })),
    ],
    ...(body.supersedes === undefined ? {} : { supersedes: body.supersedes }),
  }
}

const enterOne = async (tx: Tx, call: Call<Routes['enterNotice']>): Promise<Decision<{ readonly entryNo: number }>> => {
  await lockNotices(tx, call.actor)
  const before = await enteredNotices(tx)
  const { feasts, notices } = await written(tx)
  const notice = enterNotice(
    noticeOf(call),
    [...notices, ...before],
    feasts.map(({ id }) => id),
  )
  if (!notice.ok) return notice
  const entered: EnteredNotice = { ...notice.value, entryNo: (before.at(-1)?.entryNo ?? 0) + 1, enteredAt: call.at }
  await insertNotice(tx, call.actor, call.session?.accountId ?? '', entered)
  await tellCalendarChanged(tx)
  return accept({ entryNo: entered.entryNo })
}

const readEntry = async (tx: Tx, entryNo: number): Promise<NoticeView> => {
  const all = await enteredNotices(tx)
  const { notices } = await written(tx)
  const entered = all.find((notice) => notice.entryNo === entryNo)
  if (!entered) throw new Error(`notice ${entryNo} was entered and is not there`)
  return present(entered, noticesInForce([...notices, ...all]).includes(entered))
}

/**
 * 第二十六条: a prefecture's own days, by the number of its notice. What was promised before is not counted anew.
 * @clause 26
 */
export const enterCalendarNotice = async (call: Call<Routes['enterNotice']>, app: App): Promise<Decision<NoticeView>> => {
  const decision = await asActor(app.database, call.actor, async (tx): Promise<Decision<NoticeView>> => {
    const done = await once(tx, call, () => enterOne(tx, call))
    return done.ok ? accept(await readEntry(tx, done.value.ids.entryNo)) : done
  })
  forgetWorld(app)
  return decision
}
