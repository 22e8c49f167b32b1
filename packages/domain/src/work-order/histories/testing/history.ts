import type { ClauseId } from '../../../clauses/index.ts'
import type { ClosureKind, Stage, Waiting } from '../../../vocabulary/index.ts'
import type { Command } from '../../decide/index.ts'
import type { Record } from '../../decide/record.ts'
import type { EventType } from '../../events/index.ts'
import type { Person } from '../../testing/scenario.ts'

/**
 * What the text demands after a step; what is not said is not looked at.
 * Clocks are named by kind, and `@unit` where it is a unit's (`handle@housing`), `#1` for an earlier round; each is its due time in 凉山,
 * read off the wall calendar of the year, and how it stands: `2023-08-25T00:00 pending`.
 */
export type Facts = {
  readonly stage?: Stage
  readonly closure?: ClosureKind
  readonly noAnswer?: boolean
  readonly waits?: readonly Waiting[]
  readonly units?: { readonly [unitId: string]: Stage | 'none' }
  readonly clocks?: { readonly [clock: string]: string }
  readonly provisional?: readonly string[]
  readonly events?: readonly EventType[]
  /** `requester: request-accepted`, `housing: unit-redo`, `housing deputy: unit-overdue`: sent since the step before, among others. */
  readonly told?: readonly string[]
  /** Who is told nothing since the step before. */
  readonly untold?: readonly string[]
}

/** One line of a case: at this time in 凉山 somebody does something, or is refused, or (with neither) one looks at it. */
export type Step = {
  readonly at: string
  readonly who: Person
  readonly begins?: Partial<Record>
  readonly does?: Command
  readonly refused?: string
  readonly facts?: Facts
}

/** A whole case, written from the text of the regulation; `clauses` are what it is about. */
export type History = {
  readonly name: string
  readonly clauses: readonly ClauseId[]
  readonly steps: readonly Step[]
}

export const history = (name: string, clauses: readonly ClauseId[], ...steps: readonly Step[]): History => ({ name, clauses, steps })
export const begins = (at: string, matter: Partial<Record> = {}, facts: Facts = {}, who: Person = 'seat'): Step => ({
  at,
  who,
  begins: matter,
  facts,
})
/** `@housing` for an assignment is that unit's part in the order, the latest one. */
export const does = (at: string, who: Person, command: Command, facts: Facts = {}): Step => ({ at, who, does: command, facts })
export const refused = (at: string, who: Person, command: Command, code: string): Step => ({ at, who, does: command, refused: code })
/** Nobody does anything; time has come this far, and the program has looked at its clocks. */
export const looks = (at: string, facts: Facts): Step => ({ at, who: 'system', facts })
