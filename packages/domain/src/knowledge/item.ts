import type { KnowledgeType } from '../vocabulary/index.ts'

/** 第十五条 录入标准: what an item tells, and who answers for it. Civil dates, yyyy-mm-dd in Asia/Shanghai. @clause 15 */
export type Content = {
  readonly type: KnowledgeType
  readonly title: string
  /** Other ways in which people ask it. */
  readonly variants: readonly string[]
  readonly keywords: readonly string[]
  readonly body: string
  readonly ownerUnitId: string
  /** The issuing document, its number and, of a law, the article. */
  readonly document: { readonly name: string; readonly number: string | null; readonly article: string | null }
  /** A place's code; null for the whole prefecture. */
  readonly region: string | null
  readonly validFrom: string
  readonly validTo: string | null
  /** When its owner looks at it again; null: as long after publication as the pack says for its type. */
  readonly reviewOn: string | null
}

/**
 * The way of one version: written, vouched for by its owner, checked by the centre. `published` and `dropped` are ends. What somebody sent back is
 * written again by whoever writes for the owner.
 */
export type DraftState = 'draft' | 'owner-review' | 'centre-review' | 'returned' | 'published' | 'dropped'
export const isOpen = (state: DraftState): boolean => state !== 'published' && state !== 'dropped'
export const isWritable = (state: DraftState): boolean => state === 'draft' || state === 'returned'

export type Draft = {
  readonly ownerUnitId: string
  readonly state: DraftState
  /** Grows with each step, so that nobody agrees to words that they have not seen. */
  readonly revision: number
  /** Everybody who wrote words of this version. */
  readonly writers: readonly string[]
  readonly vouchedBy: string | null
}

/** The version that is told now. */
export type Told = {
  readonly ownerUnitId: string
  readonly version: number
  readonly writtenBy: string | null
  readonly withdrawn: boolean
}

export type Report = {
  readonly ownerUnitId: string
  readonly version: number
  readonly state: 'open' | 'accepted' | 'answered' | 'rejected'
}

/** An item that its owner was asked for. */
export type ItemRequest = { readonly ownerUnitId: string; readonly isOpen: boolean }

/** Who takes a step, and what of it was found out beforehand. */
export type Doer = {
  readonly accountId: string
  /** By the authority matrix. */
  readonly may: (action: 'knowledge.write' | 'knowledge.vouch' | 'knowledge.publish' | 'knowledge.withdraw' | 'knowledge.answer') => boolean
  /** Own units and all below them. */
  readonly unitIds: readonly string[]
}

/** 第十七条: the centre keeps the whole base; a unit, what it provides. */
export const isCentre = (doer: Doer): boolean => doer.may('knowledge.publish')
export const isOwner = (doer: Doer, ownerUnitId: string): boolean => doer.unitIds.includes(ownerUnitId)
