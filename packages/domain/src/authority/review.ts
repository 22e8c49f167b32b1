import { accept, refuse, type Decision, type Refusal } from '../kernel/index.ts'
import type { AccountRefusalCode } from './refusals.ts'

/** A calendar quarter: its name (`2026-1`), its first day and the last on which its review can be signed in time. */
export type Quarter = { readonly name: string; readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }

export const quarterOf = (on: Temporal.PlainDate): Quarter => {
  const number = Math.ceil(on.month / 3)
  const first = on.with({ month: number * 3 - 2, day: 1 })
  return { name: `${on.year}-${number}`, first, last: first.add({ months: 3 }).subtract({ days: 1 }) }
}

export const quarterBefore = ({ first }: Quarter): Quarter => quarterOf(first.subtract({ days: 1 }))

export type ReviewAsked = {
  /** Who signs is the unit's security officer now. */
  readonly byOfficer: boolean
  readonly signedAlready: boolean
  /** The quarter that the reviewer had before them is the one that runs now. */
  readonly isCurrent: boolean
  /** Grants not ended in the unit and below it, without the officer's own. */
  readonly asked: readonly string[]
  readonly judged: readonly string[]
}

/** A review is whole: every grant is confirmed or asked to be revoked, none is passed over. @clause 20-mechanism */
export const decideReview = (given: ReviewAsked): Decision<undefined, Refusal<AccountRefusalCode>> => {
  const { byOfficer, signedAlready, isCurrent, asked, judged } = given
  if (!byOfficer) return refuse({ code: 'account.not-officer' })
  if (!isCurrent) return refuse({ code: 'account.review-quarter' })
  if (signedAlready) return refuse({ code: 'account.review-signed' })
  const isWhole = new Set(judged).size === judged.length && judged.length === asked.length && asked.every((grant) => judged.includes(grant))
  return isWhole ? accept(undefined) : refuse({ code: 'account.review-incomplete' })
}
