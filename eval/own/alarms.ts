import { afterAlarms } from './alarms-after.ts'
import { lastAlarms } from './alarms-last.ts'

export type AlarmCase = { readonly urgency: string; readonly text: string }

const casesOf = (table: string): readonly AlarmCase[] =>
  table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [urgency = '', ...words] = line.split('|')
      return { urgency, text: words.join('|') }
    })

export const alarmCases = { after: casesOf(afterAlarms), last: casesOf(lastAlarms) } as const
