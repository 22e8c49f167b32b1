import type { Words } from '../calendar.ts'
import { isoOf, knownDay } from '../day-number.ts'
import type { Feast } from '../feasts.ts'
import type { Notice, NoticeDay } from '../notice.ts'

const unity: Words = { zh: '民族团结进步节', en: 'Ethnic Unity and Progress Day' }
const torch: Words = { zh: '火把节', en: 'Torch Festival' }
const founding: Words = { zh: '国庆节和州庆', en: "National Day and the Prefecture's Founding Day" }
const yiNewYear: Words = { zh: '彝族年', en: 'Yi New Year' }

/** 民族团结进步节 is the day before 火把节 and comes in the same notice, so one window holds both. */
export const liangshanFeasts: readonly Feast[] = [
  { id: 'torch-festival', name: torch, window: { on: 'lunar', month: 6, date: 24, before: 1, after: 6 } },
  { id: 'founding-day', name: founding, window: { on: 'national-rest', month: 10, date: 1 } },
  { id: 'yi-new-year', name: yiNewYear, window: { on: 'solar', month: 11, date: 20, before: 0, after: 6 } },
]

const off = (name: Words, from: string, to: string): readonly NoticeDay[] => {
  const first = knownDay(from)
  return Array.from({ length: knownDay(to) - first + 1 }, (_, index) => ({ on: isoOf(first + index), as: 'off', name }))
}
const worked = (name: Words, ...dates: readonly string[]): readonly NoticeDay[] => dates.map((on) => ({ on, as: 'worked', name }))

const settles = liangshanFeasts.map((feast) => feast.id)

/** The notices of 凉山州人民政府办公室 that are known to us. */
export const liangshanNotices: readonly Notice[] = [
  {
    number: '凉府办函〔2016〕294号',
    year: 2017,
    settles,
    days: [
      ...worked(torch, '2017-07-15', '2017-07-16'),
      ...off(torch, '2017-07-17', '2017-07-23'),
      ...worked(founding, '2017-09-30'),
      ...off(founding, '2017-10-01', '2017-10-09'),
      ...worked(yiNewYear, '2017-11-18', '2017-11-19'),
      ...off(yiNewYear, '2017-11-20', '2017-11-26'),
    ],
  },
  {
    number: '凉府办函〔2017〕402号',
    year: 2018,
    settles,
    days: [
      ...worked(torch, '2018-08-04', '2018-08-12'),
      ...off(torch, '2018-08-05', '2018-08-11'),
      ...worked(founding, '2018-09-29', '2018-09-30'),
      ...off(founding, '2018-10-01', '2018-10-08'),
      ...worked(yiNewYear, '2018-11-17', '2018-11-18'),
      ...off(yiNewYear, '2018-11-20', '2018-11-26'),
    ],
  },
  {
    number: '凉府办函〔2022〕121号',
    year: 2023,
    settles,
    days: [
      ...worked(torch, '2023-08-06', '2023-08-19'),
      ...off(unity, '2023-08-09', '2023-08-09'),
      ...off(torch, '2023-08-10', '2023-08-16'),
      ...off(founding, '2023-09-29', '2023-10-07'),
      ...worked(founding, '2023-10-08'),
      ...worked(yiNewYear, '2023-11-18', '2023-11-19'),
      ...off(yiNewYear, '2023-11-20', '2023-11-26'),
    ],
  },
]
