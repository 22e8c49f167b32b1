import {
  arithmeticWords,
  bothLanguages,
  momentWords,
  parseSpan,
  provisionalWords,
  spanWords,
  type Arithmetic,
  type Sentences,
  type Words,
} from '../calendar/index.ts'
import { channels, isWritten, kindLabels } from '../vocabulary/index.ts'
import type { Candidate } from './candidate.ts'
import { clockTexts } from './clock-name.ts'
import type { RestsOn, WeighedLimit } from './explanation.ts'
import type { ClockQuestion } from './question.ts'
import type { Rules } from './rules.ts'

const submission: Words = { zh: '提交', en: 'submission' }
/** Through a written door the centre's clock and the requester's run from the submission. */
const startsWith = ({ clock, source }: ClockQuestion): Words => {
  const written = channels.some((channel) => channel === source && isWritten(channel))
  return written && (clock === 'requester' || clock === 'dispatch') ? submission : clockTexts[clock].starts
}

/** What is asked, how long, from when. */
const opening = (question: ClockQuestion, { span, article }: Candidate): Words => {
  const { name } = clockTexts[question.clock]
  const kind = question.kind ? kindLabels[question.kind] : undefined
  const startedBy = startsWith(question)
  const start = momentWords(question.startAt.epochMilliseconds)
  const length = span ? spanWords(span) : { zh: '上级平台指定的日期', en: 'the date that the source named' }
  return {
    zh: `${kind ? `${kind.zh}类的` : ''}${name.zh}时限为${length.zh}（${article}），自${startedBy.zh}起算：${start.zh}。`,
    en: `The limit for ${name.en}${kind ? ` (kind: ${kind.en.toLowerCase()})` : ''} is ${length.en} (${article}), counted from ${startedBy.en}: ${start.en}.`,
  }
}

const lengthOf = (span: string | null): Words | undefined => {
  const parsed = span === null ? undefined : parseSpan(span)
  return parsed?.ok === true ? spanWords(parsed.value) : undefined
}

const precedence = (limits: readonly WeighedLimit[]): readonly Words[] =>
  limits.length < 2
    ? []
    : limits.map(({ article, span, dueOn, governs, reason }) => {
        const length = lengthOf(span)
        return {
          zh: `${governs ? '适用' : '不适用'}：${article}${length ? `，${length.zh}` : ''}，至${dueOn}。${reason.zh}`,
          en: `${governs ? 'Governs' : 'Does not govern'}: ${article}${length ? `, ${length.en}` : ''}, until ${dueOn}. ${reason.en}`,
        }
      })

const inheritance = (inheritedFrom: string | null): readonly Words[] =>
  inheritedFrom ? [{ zh: `该时限沿用 ${inheritedFrom}。`, en: `This limit is taken over from ${inheritedFrom}.` }] : []

const assumptions = (rests: readonly RestsOn[]): readonly Words[] =>
  rests.map(({ assumption, confirmed }) =>
    confirmed
      ? { zh: `条文未写明，已确认：${assumption.zh}`, en: `The text is silent; confirmed: ${assumption.en}` }
      : {
          zh: `条文未写明，暂按以下理解，尚未经解释机关确认：${assumption.zh}`,
          en: `The text is silent; assumed and not yet confirmed: ${assumption.en}`,
        },
  )

export type Told = {
  readonly arithmetic: Arithmetic
  readonly limits: readonly WeighedLimit[]
  readonly rests: readonly RestsOn[]
  readonly inheritedFrom: string | null
}

/** The arithmetic and what it rests on, as a clerk would tell it to a citizen. */
export const sentencesOf = (question: ClockQuestion, { pack, calendar }: Rules, governs: Candidate, told: Told): Sentences =>
  bothLanguages([
    opening(question, governs),
    ...arithmeticWords(governs.span, governs.counted, told.arithmetic),
    ...precedence(told.limits),
    {
      zh: `依据：${pack.title.zh}（${pack.id} 第${pack.version}版），日历：${calendar.name.zh}。`,
      en: `By ${pack.title.en} (${pack.id}, version ${pack.version}) on the calendar of ${calendar.name.en}.`,
    },
    ...inheritance(told.inheritedFrom),
    ...assumptions(told.rests),
    ...provisionalWords(told.arithmetic),
  ])
