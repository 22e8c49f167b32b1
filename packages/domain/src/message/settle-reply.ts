import type { Rating } from '../vocabulary/index.ts'
import type { ReplyReading } from './read-reply.ts'

/** An order that asked this number for a rating; `open`: it still waits for one. */
export type Question = {
  readonly orderId: string
  readonly number: string
  readonly shortCode: string | null
  readonly open: boolean
}

export type Settlement =
  | { readonly kind: 'rate'; readonly orderId: string; readonly service: Rating | null; readonly result: Rating }
  | { readonly kind: 'ask-back'; readonly orderId: string }
  | { readonly kind: 'manual' }
  | { readonly kind: 'late'; readonly orderId: string }
  | { readonly kind: 'stranger' }

const meant = (reading: ReplyReading, questions: readonly Question[]): readonly Question[] => {
  if (reading.kind !== 'rating' || reading.code === null) {
    const open = questions.filter((question) => question.open)
    return open.length > 0 ? open : questions.slice(0, 1)
  }
  return questions.filter(({ shortCode, number }) => reading.code === shortCode || reading.code === number)
}

/**
 * Which order a reply rates. `questions` newest first. With several open and no code nobody guesses: they are asked back once, then a person asks.
 * @clause 13-1
 * @clause 13-2
 */
export const settleReply = (reading: ReplyReading, questions: readonly Question[], askedBack: boolean): Settlement => {
  const [newest] = questions
  if (newest === undefined) return { kind: 'stranger' }
  if (reading.kind === 'stop') return { kind: 'manual' }
  const candidates = meant(reading, questions)
  const [only] = candidates
  if (candidates.length === 1 && only !== undefined && !only.open) return { kind: 'late', orderId: only.orderId }
  if (candidates.length === 1 && only !== undefined && reading.kind === 'rating')
    return { kind: 'rate', orderId: only.orderId, service: reading.service, result: reading.result }
  return askedBack ? { kind: 'manual' } : { kind: 'ask-back', orderId: (candidates[0] ?? newest).orderId }
}
