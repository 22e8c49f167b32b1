import { z } from 'zod'
import { civilDate, instant } from '../kernel/index.ts'
import { words } from './explanation.ts'

export const calendarYear = z
  .object({
    calendar: z.string(),
    year: z.int(),
    covered: z.boolean().describe('The national list of the year is known'),
    days: z
      .array(
        z.object({
          date: civilDate,
          kind: z.enum(['off', 'worked', 'uncertain']),
          name: words,
          source: z.string().nullable().describe('The notice that says so'),
          local: z.boolean(),
        }),
      )
      .readonly()
      .describe('The dates that differ from Monday to Friday, or may come to'),
  })
  .meta({ id: 'CalendarYear' })
export type CalendarYear = z.infer<typeof calendarYear>

const noticeDay = z.object({ on: civilDate, name: z.string().trim().min(1).max(40).describe('The feast, 火把节') })

const noticeNumber = z.string().trim().min(1).max(80)
export const noticeBody = z.object({
  number: noticeNumber.describe('文号, such as 凉府办函〔2022〕121号'),
  year: z.int().min(1992).max(2199),
  settles: z
    .array(z.string().max(40))
    .max(10)
    .describe('The feasts whose days it makes known; national-list for the national list of the year'),
  off: z.array(noticeDay).max(100),
  worked: z.array(noticeDay).max(100),
  supersedes: noticeNumber.optional().describe('The number that it takes the place of; its own to correct a slip'),
})
export type NoticeBody = z.infer<typeof noticeBody>

export const noticeView = z
  .object({
    number: z.string(),
    year: z.int(),
    settles: z.array(z.string()).readonly(),
    off: z.array(z.object({ on: civilDate, name: z.string() })).readonly(),
    worked: z.array(z.object({ on: civilDate, name: z.string() })).readonly(),
    supersedes: z.string().nullable(),
    inForce: z.boolean().describe('No later notice took its place'),
    enteredAt: instant.nullable().describe('Null: it came with the program'),
  })
  .meta({ id: 'CalendarNotice' })
export type NoticeView = z.infer<typeof noticeView>
