import { afterAlarms } from './alarms-after.ts'
import { devAlarms } from './alarms-dev.ts'
import { testAlarms } from './alarms-test.ts'

export type AlarmCase = { readonly urgency: string; readonly text: string }

const casesOf = (table: string): readonly AlarmCase[] =>
  table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [urgency = '', ...words] = line.split('|')
      return { urgency, text: words.join('|') }
    })

export const alarmCases = { dev: casesOf(devAlarms), test: casesOf(testAlarms), after: casesOf(afterAlarms) } as const
