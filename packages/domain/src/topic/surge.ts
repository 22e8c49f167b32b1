import type { Settings } from '../policy/index.ts'

/** What is known of one topic when it is looked at: of its last days, and of the days before them. */
export type Heat = {
  readonly messages: number
  readonly people: number
  /** Special or emergency orders among them. */
  readonly special: number
  readonly before: number
}

export type SurgeReason = 'surge' | 'special'

/**
 * Why a topic calls for a warning: much more of it than it is used to, by several people; or several special matters at once.
 * @clause 19a
 */
export const surgeOf = (
  { messages, people, special, before }: Heat,
  { topicWarning: { value: limits } }: Pick<Settings, 'topicWarning'>,
): readonly SurgeReason[] => {
  const usual = (before * limits.days) / limits.pastDays
  const isSurge = messages >= limits.messages && people >= limits.people && messages >= limits.times * usual
  const isSpecial = special >= limits.special && people >= 2
  return [...(isSurge ? (['surge'] as const) : []), ...(isSpecial ? (['special'] as const) : [])]
}
