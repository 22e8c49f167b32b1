import { arithmeticOf, type Arithmetic } from '../arithmetic.ts'
import type { Calendar } from '../calendar.ts'
import { count } from '../count.ts'
import { parseInstant } from '../instant-text.ts'
import { parseSpan } from '../span.ts'

/** `due(liangshan, '7wd', '2023-08-08T10:00+08:00')`, for tests. */
export const due = (calendar: Calendar, spanText: string, receivedAt: string, closeOfOffice = false): Arithmetic => {
  const span = parseSpan(spanText)
  const at = parseInstant(receivedAt)
  if (!span.ok || !at.ok) throw new Error(`not a question: ${spanText} ${receivedAt}`)
  return arithmeticOf(calendar, count(calendar, at.value.epochMilliseconds, span.value, { closeOfOffice }))
}
