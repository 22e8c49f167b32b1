import {
  calendarRefusals,
  dayFromIso,
  enterNotice,
  nationalList,
  noticeOf,
  type Feast,
  type Notice,
  type OfficeHours,
} from '@open12345/domain/calendar'
import type { Refusal } from '@open12345/domain/kernel'
import type { Pack } from '@open12345/domain/policy'
import { z } from 'zod'
import { checkedBy, faultsOf, sound, unless, unsound, words, type Checked, type Fault } from './fault.ts'
import { packsOf, type WrittenPack } from './packs.ts'
import { isoDate } from './tables.ts'

const inBoth = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

const profileShape = z.strictObject({
  id: z
    .string()
    .refine(
      (id) => /^[a-z][a-z0-9-]{1,31}$/.test(id),
      words('应为小写字母、数字和连字符。', 'It must be small letters, digits and hyphens.'),
    ),
  name: inBoth,
  shortName: inBoth,
  hotline: inBoth,
  centre: inBoth,
  areaCode: z
    .string()
    .refine((code) => /^0\d{2,3}$/.test(code), words('应为电话区号，例如 0834。', 'It must be a telephone area code such as 0834.')),
  timeZone: z.literal('Asia/Shanghai'),
  adoptions: z
    .array(
      z.strictObject({
        pack: z.string(),
        from: isoDate,
        to: isoDate.nullable(),
        document: z.string().min(1),
        interpretedBy: inBoth.optional(),
      }),
    )
    .refine((list) => list.length > 0, words('至少采用一部规定。', 'At least one norm must be adopted.')),
})
export type Profile = z.infer<typeof profileShape>

const monthAndDate = { month: z.int().min(1).max(12), date: z.int().min(1).max(31) }
const windowShape = z.discriminatedUnion('on', [
  z.strictObject({ on: z.enum(['lunar', 'solar']), ...monthAndDate, before: z.int().min(0).max(15), after: z.int().min(0).max(15) }),
  z.strictObject({ on: z.literal('national-rest'), ...monthAndDate }),
])
const clockTime = z
  .string()
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), words('应为时刻，例如 09:00。', 'It must be a time such as 09:00.'))
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
const inOrder = (hours: readonly { readonly from: number; readonly to: number }[]): boolean =>
  hours.length > 0 && hours.every(({ from, to }, index) => from < to && from >= (hours[index - 1]?.to ?? 0))
const calendarShape = z.strictObject({
  officeHours: z
    .array(z.strictObject({ from: clockTime, to: clockTime }))
    .refine(inOrder, words('办公时间应先后相接、互不重叠。', 'Office hours must follow each other without overlap.'))
    .optional(),
  feasts: z.array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: inBoth, window: windowShape })),
  notices: z.array(
    z.strictObject({
      number: z.string(),
      year: z.int().min(1992).max(2199),
      settles: z.array(z.string()),
      off: z.array(z.strictObject({ name: inBoth, from: isoDate, to: isoDate })),
      worked: z.array(z.strictObject({ name: inBoth, on: z.array(isoDate) })),
      supersedes: z.string().optional(),
    }),
  ),
})

export type PrefectureCalendar = {
  readonly officeHours: readonly OfficeHours[] | undefined
  readonly feasts: readonly Feast[]
  readonly notices: readonly Notice[]
}
/** What binds a prefecture, apart from its places and units. */
export type Norms = { readonly profile: Profile; readonly calendar: PrefectureCalendar; readonly packs: readonly Pack[] }
/** The same as it is written in files and kept in the database. */
export type WrittenNorms = { readonly authority: unknown; readonly calendar: unknown; readonly packs: readonly WrittenPack[] }

const refusedNotice = (field: string, { code, facts }: Refusal): Fault => {
  const said = calendarRefusals[code as keyof typeof calendarRefusals]
  const filled = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts?.[name] ?? whole))
  return { file: 'calendar.json', field, zh: filled(said.zh), en: filled(said.en) }
}

const longest = 40
const lengthFault = (field: string, from: string, to: string): readonly Fault[] => {
  const days = (dayFromIso(to) ?? 0) - (dayFromIso(from) ?? 0) + 1
  if (days >= 1 && days <= longest) return []
  return [{ file: 'calendar.json', field, zh: `放假应为 1 至 ${longest} 天。`, en: `Days off last from 1 to ${longest} days.` }]
}

/** As if each notice were entered at the desk, in the order of the file. @clause 26 */
const calendarOf = (written: unknown): Checked<PrefectureCalendar> => {
  const read = checkedBy(calendarShape, written, { file: 'calendar.json' })
  if (!read.ok) return read
  const { officeHours, feasts } = read.value
  const tooLong = read.value.notices.flatMap(({ off }, index) =>
    off.flatMap(({ from, to }, nth) => lengthFault(`notices.${index}.off.${nth}`, from, to)),
  )
  if (tooLong.length > 0) return unsound(...tooLong)
  const entered: Notice[] = []
  const faults: Fault[] = []
  const names = [...feasts.map(({ id }) => id), nationalList]
  for (const [index, writtenNotice] of read.value.notices.entries()) {
    const notice = enterNotice(noticeOf(writtenNotice), entered, names)
    if (notice.ok) entered.push(notice.value)
    else faults.push(refusedNotice(`notices.${index}`, notice.refusal))
  }
  return unless(faults, { officeHours, feasts, notices: entered })
}

/** Reads what files or the database hold, or says what is wrong with it. */
export const normsOf = ({ authority, calendar, packs }: WrittenNorms): Checked<Norms> => {
  const profile = checkedBy(profileShape, authority, { file: 'authority.json' })
  const days = calendarOf(calendar)
  const own = packsOf(packs)
  if (!profile.ok || !days.ok || !own.ok) return unsound(...faultsOf(profile, days, own))
  const unknown = profile.value.adoptions.flatMap(({ pack }, index) =>
    own.value.known.has(pack)
      ? []
      : [{ file: 'authority.json', field: `adoptions.${index}.pack`, zh: `没有名为 ${pack} 的规定。`, en: `There is no pack ${pack}.` }],
  )
  return unknown.length > 0 ? unsound(...unknown) : sound({ profile: profile.value, calendar: days.value, packs: own.value.own })
}
