/** Days off and days worked of one place, as dates; what the tests expect from, written by hand from the published notices. */
export type PublishedList = { readonly off: ReadonlySet<string>; readonly worked: ReadonlySet<string> }

const expand = (range: string): readonly string[] => {
  const [first = '', last = first] = range.split('..')
  const dates: string[] = []
  for (let date = Temporal.PlainDate.from(first); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    dates.push(date.toString())
  return dates
}
const listed = (ranges: string): ReadonlySet<string> => new Set(ranges.trim().split(/\s+/).flatMap(expand))

/** 国务院办公厅节假日安排, 2018 and 2022 to 2026. */
export const publishedNational: PublishedList = {
  off: listed(`
    2018-01-01 2018-02-15..2018-02-21 2018-04-05..2018-04-07 2018-04-29..2018-05-01 2018-06-18 2018-09-24 2018-10-01..2018-10-07 2018-12-30..2019-01-01
    2022-01-01..2022-01-03 2022-01-31..2022-02-06 2022-04-03..2022-04-05 2022-04-30..2022-05-04 2022-06-03..2022-06-05 2022-09-10..2022-09-12
    2022-10-01..2022-10-07
    2022-12-31..2023-01-02 2023-01-21..2023-01-27 2023-04-05 2023-04-29..2023-05-03 2023-06-22..2023-06-24 2023-09-29..2023-10-06
    2024-01-01 2024-02-10..2024-02-17 2024-04-04..2024-04-06 2024-05-01..2024-05-05 2024-06-10 2024-09-15..2024-09-17 2024-10-01..2024-10-07
    2025-01-01 2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05 2025-05-31..2025-06-02 2025-10-01..2025-10-08
    2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05 2026-06-19..2026-06-21 2026-09-25..2026-09-27
    2026-10-01..2026-10-07`),
  worked: listed(`
    2018-02-11 2018-02-24 2018-04-08 2018-04-28 2018-09-29 2018-09-30 2018-12-29
    2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09
    2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08
    2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
    2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
    2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10`),
}
export const publishedYears = [2018, 2022, 2023, 2024, 2025, 2026]

/** 凉府办函〔2022〕121号 laid over the national list of 2023 by hand: 10-07 is off there, 10-08 worked. */
export const publishedLiangshan2023: PublishedList = {
  off: new Set([...publishedNational.off, ...listed('2023-08-09..2023-08-16 2023-09-29..2023-10-07 2023-11-20..2023-11-26')]),
  worked: new Set([
    ...[...publishedNational.worked].filter((date) => date !== '2023-10-07'),
    ...listed('2023-08-06 2023-08-19 2023-11-18 2023-11-19'),
  ]),
}
