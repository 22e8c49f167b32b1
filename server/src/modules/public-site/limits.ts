import type { Limits } from '@open12345/contract/public-page'
import { spanWords } from '@open12345/domain/calendar'
import { packInForce, type ClockName, type Pack } from '@open12345/domain/policy'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import type { Language } from '../../http/call.ts'
import { worldFor } from '../calendar/index.ts'
import { civilDate } from './civil-date.ts'

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
export const limitsOf = async (app: App, at: Temporal.Instant, language: Language): Promise<Limits> => {
  const { authorityId } = app.config
  const world = await worldFor(nobody(authorityId), app)
  const inForce = packInForce(authorityId, civilDate(at).toString(), world)
  if (!inForce.ok) return { kinds: {}, steps: {}, norm: null }
  const pack = inForce.value
  const adoptions = world.authorities.find(({ id }) => id === authorityId)?.adoptions ?? []
  const interpretedBy = adoptions.find((adoption) => adoption.pack === pack.id)?.interpretedBy?.[language] ?? null
  return {
    kinds: kindsOf(pack, language),
    steps: stepsOf(pack, language),
    norm: { title: pack.title[language], citation: pack.citation, interpretedBy },
  }
}
