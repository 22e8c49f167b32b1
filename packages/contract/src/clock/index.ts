import { z } from 'zod'
import { route } from '../kernel/index.ts'
import { calendarYear, noticeBody, noticeView } from './calendars.ts'
import { explanation, spanExplanation } from './explanation.ts'
import { packList } from './packs.ts'
import { whatIfPage, whatIfQuery } from './what-if.ts'

export type { CalendarYear, NoticeBody, NoticeView } from './calendars.ts'
export type { ExplanationView } from './explanation.ts'
export type { PackList } from './packs.ts'
export type { WhatIf } from './what-if.ts'

const tag = 'clocks'
const anybody = { kind: 'public' } as const
const word = z.string().min(1).max(60)

const question = z
  .object({
    received: word.describe('With its offset: 2023-08-08T10:00+08:00'),
    clock: word.optional().describe('handle unless named'),
    kind: word.optional(),
    authority: word.optional().describe('The hotline that is asked, unless named'),
    pack: word.optional().describe('A pack instead of the one in force, for a what-if'),
    calendar: word.optional().describe("A calendar instead of the authority's own"),
    source: word.optional(),
    subject: word.optional(),
    urgency: word.optional(),
    sourceLimit: word.optional().describe('5wd'),
    upstreamDueOn: word.optional().describe('2023-08-24'),
    leadReceived: word.optional().describe('For assist: when the lead received the order'),
    span: word.optional().describe('Instead of a clock, a bare span on a calendar: 15wd, 3wh, 4nh'),
  })
  .strict()

/** How due times come about: open to everybody, because a deadline that nobody can check is no deadline. */
export const clockRoutes = {
  explainClock: route({
    method: 'POST',
    path: '/clocks/explain',
    summary: '时限说明 Explain a due time',
    tag,
    access: anybody,
    body: question,
    response: z.union([explanation, spanExplanation]),
  }),
  listPacks: route({
    method: 'GET',
    path: '/packs',
    summary: '规定与默认值登记 Norms, adoptions and the register of silent defaults',
    tag,
    access: anybody,
    response: packList,
  }),
  whatIf: route({
    method: 'GET',
    path: '/clocks/what-if',
    summary: '规定试算 Open orders whose clocks would end on another day under a pack; for the centre',
    tag,
    access: { kind: 'staff', action: 'calendar.read' },
    query: whatIfQuery,
    response: whatIfPage,
  }),
  readCalendar: route({
    method: 'GET',
    path: '/calendars/:calendarId/:year',
    summary: '日历 One year of a calendar',
    tag,
    access: anybody,
    params: z.object({ calendarId: z.string().max(32), year: z.coerce.number().int().min(1992).max(2199) }),
    response: calendarYear,
  }),
  listNotices: route({
    method: 'GET',
    path: '/calendar-notices',
    summary: '放假通知 Notices on days off',
    tag,
    access: { kind: 'staff', action: 'calendar.read' },
    response: z.object({
      items: z.array(noticeView).readonly(),
      feasts: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })).readonly(),
    }),
  }),
  enterNotice: route({
    method: 'POST',
    path: '/calendar-notices',
    summary: '录入放假通知 Enter a notice',
    tag,
    access: { kind: 'staff', action: 'calendar.edit' },
    body: noticeBody,
    response: noticeView,
    status: 201,
    command: true,
  }),
} as const
