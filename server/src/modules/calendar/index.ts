import { clockRoutes } from '@open12345/contract/clock'
import { calendarRefusals } from '@open12345/domain/calendar'
import { mount, type Mounted } from '../../http/mount.ts'
import { enterCalendarNotice, listNotices } from './notices.ts'
import { readCalendar } from './read-calendar.ts'

export { currentWorld, worldFor } from './current-world.ts'

export const calendarModule: Mounted = {
  name: 'calendar',
  endpoints: [
    mount(clockRoutes.readCalendar, readCalendar),
    mount(clockRoutes.listNotices, listNotices),
    mount(clockRoutes.enterNotice, enterCalendarNotice),
  ],
  refusals: calendarRefusals,
}
