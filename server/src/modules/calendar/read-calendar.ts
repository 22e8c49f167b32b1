import type { CalendarYear, clockRoutes } from '@open12345/contract/clock'
import { yearView } from '@open12345/domain/calendar'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import type { Call } from '../../http/call.ts'
import { worldFor } from './current-world.ts'

export const readCalendar = async (
  { actor, params }: Call<(typeof clockRoutes)['readCalendar']>,
  app: App,
): Promise<Decision<CalendarYear>> => {
  const { calendars } = await worldFor(actor, app)
  const calendar = calendars.find(({ id }) => id === params.calendarId)
  return calendar ? accept(yearView(calendar, params.year)) : refuse({ code: 'calendar.unknown' })
}
