import type { PublishedList } from './published-lists.ts'

/**
 * The oracle: when a span ends, found by walking. It shares nothing with the calendar: days by Temporal in Asia/Shanghai, hours second by second.
 * `receivedAt` is a whole second, written with its offset.
 */
export type Walked = { readonly dueOn: string; readonly dueAt: string; readonly days: readonly string[] }

const ZONE = 'Asia/Shanghai'

export const isWorked = ({ off, worked }: PublishedList, date: Temporal.PlainDate): boolean => {
  const text = date.toString()
  if (worked.has(text)) return true
  return date.dayOfWeek <= 5 && !off.has(text)
}

const midnightAfter = (date: Temporal.PlainDate): string => date.add({ days: 1 }).toZonedDateTime(ZONE).toString({ timeZoneName: 'never' })

const atSecond = (date: Temporal.PlainDate, second: number): string =>
  date.toZonedDateTime(ZONE).add({ seconds: second }).toString({ timeZoneName: 'never' })

const walkDays = (list: PublishedList, receivedAt: string, wanted: number): Walked => {
  let date = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(ZONE).toPlainDate()
  const days: string[] = []
  while (days.length < wanted) {
    date = date.add({ days: 1 })
    if (isWorked(list, date)) days.push(date.toString())
  }
  return { dueOn: date.toString(), dueAt: midnightAfter(date), days }
}

const inOffice = (second: number): boolean => (second >= 9 * 3600 && second < 12 * 3600) || (second >= 13 * 3600 && second < 17 * 3600)

const walkHours = (list: PublishedList, receivedAt: string, wanted: number): Walked => {
  const received = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(ZONE)
  const days = new Set<string>()
  let left = wanted * 3600
  let second = (received.hour * 60 + received.minute) * 60 + received.second
  for (let date = received.toPlainDate(); ; date = date.add({ days: 1 }), second = 0) {
    if (!isWorked(list, date)) continue
    const dueOn = date.toString()
    for (; second < 86_400; second += 1) {
      if (!inOffice(second)) continue
      days.add(dueOn)
      left -= 1
      if (left === 0) return { dueOn, dueAt: atSecond(date, second + 1), days: [...days] }
    }
  }
}

const walkNatural = (receivedAt: string, hours: number): Walked => {
  const from = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(ZONE)
  const due = from.add({ hours })
  const lastInTime = due.subtract({ milliseconds: 1 }).toPlainDate()
  const days: string[] = []
  for (let date = from.toPlainDate(); Temporal.PlainDate.compare(date, lastInTime) <= 0; date = date.add({ days: 1 }))
    days.push(date.toString())
  return { dueOn: lastInTime.toString(), dueAt: due.toString({ timeZoneName: 'never' }), days }
}

export const walk = (list: PublishedList, receivedAt: string, unit: 'wd' | 'wh' | 'nh', wanted: number): Walked => {
  if (unit === 'wd') return walkDays(list, receivedAt, wanted)
  return unit === 'wh' ? walkHours(list, receivedAt, wanted) : walkNatural(receivedAt, wanted)
}
