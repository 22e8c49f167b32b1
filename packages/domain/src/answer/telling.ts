import { accept, refuse, type Decision } from '../kernel/index.ts'

/** 更正告知: what became of telling somebody that what they were told has changed. */
export type TellingOutcome = 'told' | 'not-reached' | 'not-needed'

export type TellingFacts = {
  /** The version that they were told, and the one that is told now; null where the item was withdrawn. */
  readonly toldVersion: number
  readonly currentVersion: number | null
  /** What was written down for them before, about this version. */
  readonly outcomes: readonly TellingOutcome[]
}

/** Whether this person is still to be told. @clause 16c */
export const owesTelling = ({ toldVersion, currentVersion, outcomes }: TellingFacts): boolean =>
  toldVersion !== currentVersion && !outcomes.some((outcome) => outcome !== 'not-reached')

/**
 * 第十六条 谁更新: whoever was told what is no longer right is told again; an unanswered call leaves it open.
 * @clause 16c
 */
export const tellAgain = (facts: TellingFacts | undefined): Decision<true> => {
  if (facts === undefined) return refuse({ code: 'answer.nobody-told' })
  return owesTelling(facts) ? accept(true) : refuse({ code: 'answer.settled', clause: '16c' })
}
