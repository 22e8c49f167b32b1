import { accept, refuse, type Decision } from '../kernel/index.ts'
import type { Settings } from '../policy/index.ts'
import type { Content } from './item.ts'

/** What only the base and the organisation know. Civil dates in Asia/Shanghai. */
export type Surroundings = {
  readonly today: string
  readonly ownerInForce: boolean
  readonly regionKnown: boolean
  /** Another item that is not withdrawn, or is on its way, has this title. */
  readonly titleTaken: boolean
}

const settled = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
]

const datesOf = ({ validFrom, validTo, reviewOn }: Content, today: string): Decision<string | null> => {
  if (validTo !== null && validTo < validFrom) return refuse({ code: 'knowledge.dates-contradict', clause: '15' })
  if (validTo !== null && validTo < today) return refuse({ code: 'knowledge.over-already', clause: '16c', facts: { day: validTo } })
  if (reviewOn !== null && reviewOn < today) return refuse({ code: 'knowledge.review-past', clause: '16c' })
  // Nothing is looked at again after it has ended.
  return accept(reviewOn !== null && validTo !== null && reviewOn > validTo ? validTo : reviewOn)
}

/**
 * 第十五条 录入标准: owner, document, validity and a title of its own; contradictory dates are refused, a review date behind the last day is
 * drawn to it.
 * @clause 15
 */
export const entered = (content: Content, { today, ownerInForce, regionKnown, titleTaken }: Surroundings): Decision<Content> => {
  if (!ownerInForce) return refuse({ code: 'knowledge.owner-not-in-force', clause: '15' })
  if (!regionKnown) return refuse({ code: 'knowledge.region-unknown', clause: '15' })
  if (content.type === 'law' && content.document.article === null) return refuse({ code: 'knowledge.article-missing', clause: '15' })
  if (titleTaken) return refuse({ code: 'knowledge.title-taken', clause: '15' })
  const reviewOn = datesOf(content, today)
  if (!reviewOn.ok) return reviewOn
  return accept({ ...content, variants: settled(content.variants), keywords: settled(content.keywords), reviewOn: reviewOn.value })
}

/**
 * The day by which its owner looks at an item again (复核): the one that was named, else so many months from today; never behind the item's own end.
 * @clause 16c
 */
export const reviewDay = (
  { type, validTo, reviewOn }: Pick<Content, 'type' | 'validTo' | 'reviewOn'>,
  today: string,
  { knowledgeReviewMonths }: Pick<Settings, 'knowledgeReviewMonths'>,
): string => {
  const named = reviewOn !== null && reviewOn >= today ? reviewOn : null
  const due = named ?? Temporal.PlainDate.from(today).add({ months: knowledgeReviewMonths.value[type] }).toString()
  return validTo !== null && due > validTo ? validTo : due
}

export type Nearness = 'far' | 'near' | 'late'
/** The review day itself is still in time. Civil dates. @clause 16c */
export const reviewNearness = (
  reviewOn: string,
  today: string,
  { knowledgeReviewWarnDays }: Pick<Settings, 'knowledgeReviewWarnDays'>,
): Nearness => {
  if (today > reviewOn) return 'late'
  const warnFrom = Temporal.PlainDate.from(reviewOn).subtract({ days: knowledgeReviewWarnDays.value }).toString()
  return today >= warnFrom ? 'near' : 'far'
}
