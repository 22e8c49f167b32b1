import type { Kind } from '@open12345/domain/vocabulary'
import { dueOf, isQuietAt, limitOf } from './truth.ts'

/** What must be true of one order, kept beside the program by what was done to it: its events and its clocks. */
export type TrueClock = {
  readonly id: string
  readonly kind: string
  readonly startAt: number
  readonly dueAt: number
  readonly dueOn: string
  readonly endedAt: number | undefined
  readonly outcome: 'open' | 'met' | 'late' | 'waived'
  readonly breaches: number
  readonly isBreached: boolean
  readonly earlier: number
}
export type Reach = 'mobile' | 'landline' | 'none'

export type Life = {
  readonly types: string[]
  readonly clocks: Map<string, TrueClock>
  /** A follow-up by SMS that has not gone out yet. */
  followUp: 'none' | 'on-its-way' | 'settled'
  readonly reach: Reach
  matter: { readonly kind: Kind; readonly subject: string }
  round: number
  hasLeft: boolean
}

export const newLife = (reach: Reach, matter: Life['matter']): Life => ({
  types: [],
  clocks: new Map(),
  followUp: 'none',
  reach,
  matter,
  round: 1,
  hasLeft: false,
})

const isOpen = ({ outcome }: TrueClock): boolean => outcome === 'open'

/** The same id again: same start, perhaps a new due time; `as`: the limit of another clock. */
export const starts = ({ clocks, matter }: Life, id: string, startAt: number, as?: string): void => {
  const [kind = ''] = id.split(/-(?=\d+$)/)
  // The requester's clock of a redo is half as long, like the unit's.
  const limit = limitOf(as ?? (kind === 'requester' && !id.endsWith('-1') ? 'redo' : kind), matter.kind, matter.subject)
  const due = dueOf(startAt, limit)
  const known = clocks.get(id)
  if (known === undefined)
    clocks.set(id, { id, kind, startAt, ...due, endedAt: undefined, outcome: 'open', breaches: 0, isBreached: false, earlier: 0 })
  else if (isOpen(known) && known.dueAt !== due.dueAt) clocks.set(id, { ...known, ...due, isBreached: false, earlier: known.earlier + 1 })
}

const end = ({ clocks }: Life, ofKind: (kind: string) => boolean, at: number, how: 'settled' | 'waived'): void => {
  for (const clock of clocks.values())
    if (isOpen(clock) && ofKind(clock.kind))
      clocks.set(clock.id, {
        ...clock,
        endedAt: at,
        outcome: how === 'waived' && !clock.isBreached ? 'waived' : at < clock.dueAt ? 'met' : 'late',
      })
}
export const settles = (life: Life, at: number, ...kinds: readonly string[]): void =>
  end(life, (kind) => kinds.includes(kind), at, 'settled')
export const waives = (life: Life, at: number, ...kinds: readonly string[]): void => end(life, (kind) => kinds.includes(kind), at, 'waived')
export const waivesAll = (life: Life, at: number): void => end(life, () => true, at, 'waived')

const isTimer = (kind: string): boolean => kind === 'reminder' || kind === 'no-answer'

/** 13-2: the reminder, and three days later the check; the program's look at an instant. */
const timersAt = (life: Life, at: number): void => {
  const fired = [...life.clocks.values()].find((clock) => isTimer(clock.kind) && isOpen(clock) && at >= clock.dueAt)
  if (fired === undefined) return
  settles(life, at, fired.kind)
  life.types.push(fired.kind === 'reminder' ? 'follow-up-reminded' : 'follow-up-unanswered')
  if (fired.kind === 'reminder') starts(life, `no-answer-${life.round}`, at)
}

export const sweptAt = (life: Life, at: number): void => {
  for (const clock of life.clocks.values())
    if (isOpen(clock) && !isTimer(clock.kind) && clock.kind !== 'return' && at >= clock.dueAt && !clock.isBreached)
      life.clocks.set(clock.id, { ...clock, isBreached: true, breaches: clock.breaches + 1 })
  timersAt(life, at)
}

/** 13-1: the SMS goes out when it is not quiet; where there is no mobile a person asks from the beginning. */
export const relayedAt = (life: Life, at: number): void => {
  if (life.followUp !== 'on-its-way' || isQuietAt(at)) return
  life.followUp = 'settled'
  life.types.push('follow-up-asked')
  settles(life, at, 'follow-up')
  starts(life, `reminder-${life.round}`, at)
}

export const closes = (life: Life, at: number): void => {
  life.types.push('closed')
  life.followUp = 'settled'
  waivesAll(life, at)
}
