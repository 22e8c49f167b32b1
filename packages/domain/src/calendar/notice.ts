import { accept, refuse, type Decision } from '../kernel/index.ts'
import type { Calendar, DayMark, Words } from './calendar.ts'
import { dayFromIso, knownDay, yearOf, type Day } from './day-number.ts'

export type NoticeDay = { readonly on: string; readonly as: 'off' | 'worked'; readonly name: Words }

/** One notice on days off and days worked instead, of one place and one year. */
export type Notice = {
  /** 文号, such as 凉府办函〔2022〕121号. */
  readonly number: string
  readonly year: number
  /** The feasts whose days are known by this notice; their dates are then no longer uncertain. `national-list` settles the year's national list. */
  readonly settles: readonly string[]
  readonly days: readonly NoticeDay[]
  /** The number of the notice that this one takes the place of; its own number when it corrects a typing error. */
  readonly supersedes?: string
}

/** Settles the State Council's list of the year, for a year that the national calendar does not cover yet. */
export const nationalList = 'national-list'

/** The notices that hold, in the order entered: a superseded one is gone. */
export const noticesInForce = (entered: readonly Notice[]): readonly Notice[] => {
  const held = new Map<string, Notice>()
  for (const notice of entered) {
    if (notice.supersedes !== undefined) held.delete(notice.supersedes)
    held.set(notice.number, notice)
  }
  return [...held.values()]
}

const checkDays = (notice: Notice): Decision<Notice> => {
  const seen = new Set<Day>()
  for (const { on } of notice.days) {
    const day = dayFromIso(on)
    if (day === undefined) return refuse({ code: 'notice.date-malformed' })
    if (yearOf(day) !== notice.year) return refuse({ code: 'notice.wrong-year', facts: { date: on, year: notice.year } })
    if (seen.has(day)) return refuse({ code: 'notice.day-contradictory', facts: { date: on } })
    seen.add(day)
  }
  return accept(notice)
}

const checkAgainstOthers = (notice: Notice, others: readonly Notice[]): Decision<Notice> => {
  for (const other of others) {
    for (const { on, as } of other.days) {
      const same = notice.days.find((day) => day.on === on)
      if (same && same.as !== as) return refuse({ code: 'notice.contradicts-other', facts: { date: on, number: other.number } })
    }
  }
  return accept(notice)
}

/**
 * Whether a notice may be entered beside those entered before. `feasts` are the names that it may settle.
 * Refuses a missing or repeated number, a date outside the year, twice in the notice, or against another notice that it does not supersede.
 * @clause 26
 */
export const enterNotice = (notice: Notice, entered: readonly Notice[], feasts: readonly string[]): Decision<Notice> => {
  const held = noticesInForce(entered)
  const { number, supersedes } = notice
  const unknown = notice.settles.find((feast) => !feasts.includes(feast))
  if (number.trim() === '') return refuse({ code: 'notice.number-missing' })
  if (unknown !== undefined) return refuse({ code: 'notice.unknown-feast', facts: { feast: unknown } })
  if (notice.days.length === 0 && notice.settles.length === 0) return refuse({ code: 'notice.empty' })
  if (supersedes !== undefined && !held.some((one) => one.number === supersedes)) return refuse({ code: 'notice.superseded-unknown' })
  if (supersedes !== number && held.some((one) => one.number === number)) return refuse({ code: 'notice.duplicate-number' })
  const days = checkDays(notice)
  const others = held.filter((one) => one.number !== supersedes)
  return days.ok ? checkAgainstOthers(notice, others) : days
}

/** A calendar under notices: what a notice says of a date prevails over what lay below; a later notice prevails over an earlier. */
export const overlay = (base: Calendar, id: string, name: Words, notices: readonly Notice[]): Calendar => {
  const off = new Map(base.off)
  const worked = new Map(base.worked)
  for (const notice of notices) {
    for (const entry of notice.days) {
      const day = knownDay(entry.on)
      const mark: DayMark = { name: entry.name, source: notice.number, local: true }
      off.delete(day)
      worked.delete(day)
      ;(entry.as === 'off' ? off : worked).set(day, mark)
    }
  }
  const nowCovered = notices.filter((notice) => notice.settles.includes(nationalList)).map((notice) => notice.year)
  return { ...base, id, name, off, worked, coveredYears: new Set([...base.coveredYears, ...nowCovered]) }
}
