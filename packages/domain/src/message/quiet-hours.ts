/** Wall-clock times `HH:MM` in the authority's zone; `from` after `to` runs over midnight. */
export type QuietHours = { readonly from: string; readonly to: string; readonly timeZone: string }

/** The text is silent; nobody is woken by a text message. */
export const defaultQuietHours: QuietHours = { from: '21:30', to: '08:00', timeZone: 'Asia/Shanghai' }

const isQuiet = ({ from, to }: QuietHours, time: Temporal.PlainTime): boolean => {
  const [start, end] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)]
  const afterStart = Temporal.PlainTime.compare(time, start) >= 0
  const beforeEnd = Temporal.PlainTime.compare(time, end) < 0
  return Temporal.PlainTime.compare(start, end) > 0 ? afterStart || beforeEnd : afterStart && beforeEnd
}

/** Whether messages that can wait do wait now. From `from` on it is quiet; at `to` it is no longer. */
export const inQuietHours = (hours: QuietHours, at: Temporal.Instant): boolean =>
  isQuiet(hours, at.toZonedDateTimeISO(hours.timeZone).toPlainTime())

/** The first instant from `at` on in which a message that can wait may go out. */
export const afterQuietHours = (hours: QuietHours, at: Temporal.Instant): Temporal.Instant => {
  const local = at.toZonedDateTimeISO(hours.timeZone)
  if (!isQuiet(hours, local.toPlainTime())) return at
  const end = Temporal.PlainTime.from(hours.to)
  const day = Temporal.PlainTime.compare(local.toPlainTime(), end) < 0 ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  return day.toZonedDateTime({ timeZone: hours.timeZone, plainTime: end }).toInstant()
}
