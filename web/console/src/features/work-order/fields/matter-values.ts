import { subjects, type DeclineGround, type Kind, type LawfulChannel, type Urgency } from '@open12345/contract/vocabulary'
import { noRelations, type Relations } from '@open12345/contract/work-order'
import type { PlaceValue } from '../../../parts/place-select.tsx'

/** Who the matter is about, as the person at the form says it. */
export type About = 'nobody' | 'respondent' | 'accused'

/** What the forms of recording, accepting, declining and answering hold; anything may still be empty. */
export type MatterValues = {
  readonly kind?: Kind
  readonly subject?: string
  readonly place?: PlaceValue
  readonly urgency?: Urgency
  readonly confidential?: boolean
  readonly about?: About
  readonly aboutUnitId?: string
  /** Whom of that unit a suggestion named, taken with it. */
  readonly aboutAccount?: string
  readonly noneAccused?: boolean
  readonly ground?: DeclineGround
  readonly lawfulChannel?: LawfulChannel
  readonly explanation?: string
  /** Why it is taken back after acceptance. */
  readonly reason?: string
  readonly alsoUrgent?: 'no' | 'special' | 'emergency'
  readonly clarifyOutcome?: 'reached' | 'no-answer' | 'refused' | 'wrong-number'
  readonly clarifyNote?: string
  readonly answer?: string
  readonly mode?: 'direct' | 'three-way' | 'expert'
  readonly consented?: boolean
  readonly knowledge?: { readonly itemId: string; readonly version: number; readonly title: string }
}

export const isSubject = (code: string | undefined): code is string => subjects.some((subject) => subject.code === code)

/** An account goes with the unit that it was named with: whoever then chooses another unit does not choose the person. */
export const accountMark = (unitId: string, accountId: string | null): string => (accountId === null ? '' : `${unitId} ${accountId}`)

const nobody: Relations = noRelations

const relationsOf = ({ about, aboutUnitId: named, aboutAccount = '' }: MatterValues): Relations => {
  const aboutUnitId = named ?? null
  const [unitId, accountId] = aboutAccount.split(' ')
  const account = unitId === aboutUnitId && accountId !== undefined ? accountId : null
  if (about === 'respondent') return { ...nobody, respondentUnitId: aboutUnitId, respondentAccountId: account }
  return about === 'accused' ? { ...nobody, accusedUnitId: aboutUnitId, accusedAccountId: account } : nobody
}

/** The body of an acceptance; undefined while kind, subject or place is missing. */
export const acceptBodyOf = (values: MatterValues, urgency = values.urgency ?? 'ordinary') => {
  const { kind, subject, place, confidential } = values
  if (kind === undefined || subject === undefined || place === undefined) return undefined
  const relations = relationsOf(values)
  const noneAccused = kind === 'report' && relations.accusedUnitId === null && values.noneAccused === true
  return { kind, subject, place, urgency, confidential: confidential ?? kind === 'report', relations, noneAccused }
}

const reasonOf = ({ reason }: MatterValues): string | null => (reason?.trim() ? reason : null)

export const declineBodyOf = (values: MatterValues) => {
  const { ground, lawfulChannel, explanation, alsoUrgent } = values
  if (ground === undefined || lawfulChannel === undefined || explanation === undefined) return undefined
  const also = ground === '9-3' && alsoUrgent !== undefined && alsoUrgent !== 'no' ? acceptBodyOf(values, alsoUrgent) : undefined
  return { ground, lawfulChannel, explanation, reason: reasonOf(values), also: also ?? null }
}

export const clarifiedOf = ({ ground, clarifyOutcome, clarifyNote }: MatterValues) =>
  ground === '9-5' && clarifyOutcome !== undefined ? { outcome: clarifyOutcome, note: clarifyNote?.trim() ? clarifyNote : null } : null

export const answerBodyOf = (values: MatterValues) => {
  const { kind, answer, knowledge, mode = 'direct', consented = false } = values
  if (kind === undefined || answer === undefined) return undefined
  const quoted = knowledge === undefined ? null : { itemId: knowledge.itemId, version: knowledge.version }
  return { kind, answer, knowledge: quoted, reason: reasonOf(values), mode, consented }
}
