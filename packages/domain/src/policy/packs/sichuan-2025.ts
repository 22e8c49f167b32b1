import { workingDays, type Span } from '../../calendar/index.ts'
import { inheritedClocks, inheritedKinds, inheritedSettings } from '../inherit.ts'
import type { Cited, Pack } from '../pack.ts'
import { liangshan202318 } from './liangshan-2023-18.ts'

const parent = liangshan202318
const explained = (days: number): Cited<Span> => ({
  value: workingDays(days),
  clause: '12-2b',
  article: '《四川省12345政务服务便民热线运行管理办法》官方解读（2025-12-25）',
})

/** Only the limits by kind are known from the official explanation; every other value is taken over from 凉府办函〔2023〕18号 and says so. */
export const sichuan2025: Pack = {
  id: 'sichuan-2025',
  version: '1',
  level: 'province',
  title: { zh: '四川省12345政务服务便民热线运行管理办法', en: 'Measures for the Operation of the Sichuan 12345 Hotline' },
  citation: '官方解读（2025-12-25）',
  effectiveFrom: '2025-12-25',
  effectiveTo: '2030-12-24',
  datesAssumed: 'sichuan-dates',
  inherits: parent.id,
  clocks: {
    ...inheritedClocks(parent),
    handle: {
      basis: 'by-kind',
      kinds: {
        ...inheritedKinds(parent),
        consultation: explained(3),
        help: explained(7),
        suggestion: explained(7),
        complaint: explained(15),
        report: explained(15),
      },
    },
  },
  warnings: { ...parent.warnings, inheritedFrom: parent.id },
  settings: inheritedSettings(parent),
  countingRestsOn: parent.countingRestsOn,
  silentDefaults: [
    ...parent.silentDefaults,
    {
      id: 'sichuan-dates',
      clause: '28',
      assumption: { zh: '自2025年12月25日起施行，有效期五年。', en: 'In force from 25 December 2025, for five years.' },
      reason: {
        zh: '只知道官方解读的日期和五年有效期，施行日期按解读日期认定。',
        en: 'Only the date of the official explanation and the five years are known; its date is taken as the first day.',
      },
      confirmedBy: null,
    },
  ],
}
