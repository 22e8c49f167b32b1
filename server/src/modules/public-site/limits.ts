import type { Limits } from '@open12345/contract/public-page'
import { spanWords } from '@open12345/domain/calendar'
import {
  authorities,
  liangshan202318,
  packInForce,
  sichuan2025,
  statutoryLimits,
  type ClockName,
  type Pack,
} from '@open12345/domain/policy'
import type { App } from '../../app.ts'
import type { Language } from '../../http/call.ts'
import { civilDate } from './civil-date.ts'

const world = { authorities, packs: [liangshan202318, sichuan2025], calendars: [], statutory: statutoryLimits }
const steps = ['dispatch', 'sign', 'special-response', 'emergency-response', 'extension'] as const satisfies readonly ClockName[]

const stepsOf = ({ clocks }: Pack, language: Language): Limits['steps'] =>
  Object.fromEntries(
    steps.flatMap((step) => {
      const rule = clocks[step]
      return 'value' in rule && typeof rule.value === 'object' ? [[step, spanWords(rule.value)[language]]] : []
    }),
  )

const kindsOf = ({ clocks: { handle } }: Pack, language: Language): Limits['kinds'] =>
  handle.basis === 'by-kind'
    ? Object.fromEntries(Object.entries(handle.kinds).map(([kind, { value }]) => [kind, spanWords(value)[language]]))
    : {}

/** How long things take by the pack in force today; nothing where no pack is. @clause 24-publicity */
export const limitsOf = (app: App, at: Temporal.Instant, language: Language): Limits => {
  const pack = packInForce(app.config.authorityId, civilDate(at).toString(), world)
  return pack.ok ? { kinds: kindsOf(pack.value, language), steps: stepsOf(pack.value, language) } : { kinds: {}, steps: {} }
}
