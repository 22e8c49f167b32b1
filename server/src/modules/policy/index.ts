import { clockRoutes, type PackList } from '@open12345/contract/clock'
import type { RouteOutput } from '@open12345/contract/kernel'
import { spanText } from '@open12345/domain/calendar'
import { accept, type Decision } from '@open12345/domain/kernel'
import { answer, limitsTable, policyRefusals, type Pack, type World } from '@open12345/domain/policy'
import type { App } from '../../app.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Mounted } from '../../http/mount.ts'
import { worldFor } from '../calendar/index.ts'
import { whatIf } from './what-if.ts'

type Routes = typeof clockRoutes

const explainClock = async (call: Call<Routes['explainClock']>, app: App): Promise<Decision<RouteOutput<Routes['explainClock']>>> =>
  answer({ ...call.body, authority: call.body.authority ?? app.config.authorityId }, await worldFor(call.actor, app))

const packView = (pack: Pack): PackList['packs'][number] => ({
  id: pack.id,
  version: pack.version,
  level: pack.level,
  title: pack.title,
  citation: pack.citation,
  effectiveFrom: pack.effectiveFrom,
  effectiveTo: pack.effectiveTo,
  datesAssumed: pack.datesAssumed ?? null,
  inherits: pack.inherits,
  limits: limitsTable(pack),
  silentDefaults: pack.silentDefaults,
})

const adoptionsOf = ({ authorities }: World): PackList['adoptions'] =>
  authorities.flatMap(({ id, name, calendar, adoptions }) => adoptions.map((adoption) => ({ authority: id, name, calendar, ...adoption })))

/** Norms, who adopted them, and what they leave open (第二十七条). @clause 27 */
const listPacks = async (call: Call<Routes['listPacks']>, app: App): Promise<Decision<PackList>> => {
  const world = await worldFor(call.actor, app)
  const statutory = world.statutory.map(({ span, ...limit }) => ({ ...limit, span: spanText(span) }))
  return accept({ packs: world.packs.map(packView), adoptions: adoptionsOf(world), statutory })
}

export const policyModule: Mounted = {
  name: 'policy',
  endpoints: [
    mount(clockRoutes.explainClock, explainClock),
    mount(clockRoutes.listPacks, listPacks),
    mount(clockRoutes.whatIf, ({ actor, query }, app) => whatIf(app, actor, query)),
  ],
  refusals: policyRefusals,
}
