import { liangshan, national } from '../../calendar/testing/calendars.ts'
import written from '../../../../../prefectures/liangshan/authority.json' with { type: 'json' }
import { statutoryLimits } from '../data/statutory-limits.ts'
import { explain, type Question } from '../explain.ts'
import type { Explanation } from '../explanation.ts'
import { liangshan202318 } from '../packs/liangshan-2023-18.ts'
import { sichuan2025 } from '../packs/sichuan-2025.ts'
import type { Authority, World } from '../rules.ts'

const { id, name, adoptions } = written
export const authorities: readonly Authority[] = [{ id, name, calendar: id, adoptions }]

export const world: World = {
  authorities,
  packs: [liangshan202318, sichuan2025],
  calendars: [national, liangshan],
  statutory: statutoryLimits,
}

type Ask = Omit<Question, 'authority' | 'startAt'> & { readonly authority?: string; readonly at: string }

/** `due({ clock: 'sign', at: '2023-03-07T10:00+08:00' })`, on the national calendar unless told, so that expectations can be read off a wall calendar. */
export const decide = ({ at, ...ask }: Ask, among: World = world) =>
  explain({ authority: 'liangshan', calendar: 'national', startAt: Temporal.Instant.from(at), ...ask }, among)

export const due = (ask: Ask, among: World = world): Explanation => {
  const decision = decide(ask, among)
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}

export const refusal = (ask: Ask, among: World = world): string => {
  const decision = decide(ask, among)
  return decision.ok ? 'answered' : decision.refusal.code
}
