import { topicRoutes as routes, type TopicView } from '@open12345/contract/topic'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { rulesAt, type Settings } from '@open12345/domain/policy'
import { passedOn, whileOpen } from '@open12345/domain/topic'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { writeAudit } from '../audit/index.ts'
import { currentWorld } from '../calendar/index.ts'
import { incidentOfRequest } from '../incident/index.ts'
import { unitsOn } from '../organisation/index.ts'
import { heatOf, type Heat } from './heat.ts'
import { topicViews } from './present.ts'
import { heldWarning, keepConfirmed, keepDismissed, keepOwner, warnedTopics, type WarningRow } from './warnings.ts'

const hottest = 20

const settingsAt = async (tx: Tx, app: App, at: Temporal.Instant): Promise<Decision<Settings>> => {
  const rules = rulesAt(app.config.authorityId, at, await currentWorld(tx, app))
  return rules.ok ? accept(rules.value.pack.settings) : rules
}

type List = 'hot' | 'warned' | 'decided'

const listed = async (tx: Tx, list: List, at: Temporal.Instant, settings: Settings): Promise<readonly Heat[]> => {
  if (list === 'hot') return (await heatOf(tx, null, at, settings)).slice(0, hottest)
  const wanted = await warnedTopics(tx, list)
  const heats = new Map((await heatOf(tx, wanted, at, settings)).map((heat) => [heat.topic_id, heat]))
  return wanted.flatMap((id) => heats.get(id) ?? [])
}

type Deciding = { readonly params: { readonly topicId: string } } & Asking

/** One step on the open warning of a topic, once for its key, with its audit record. @clause 19a */
const decided = (
  app: App,
  asked: Deciding,
  action: string,
  work: (tx: Tx, warning: WarningRow | undefined) => Promise<Decision<unknown>>,
): Promise<Decision<TopicView>> =>
  decideAs(app.database, asked.actor, async (tx) => {
    const { topicId } = asked.params
    const done = await once(tx, asked, async () => {
      const worked = await work(tx, await heldWarning(tx, topicId))
      if (!worked.ok) return worked
      await writeAudit(tx, app, { action, subjectIds: [topicId] })
      return accept({ topicId })
    })
    if (!done.ok) return done
    const settings = await settingsAt(tx, app, asked.at)
    if (!settings.ok) return settings
    const heats = await heatOf(tx, [topicId], asked.at, settings.value)
    const [view] = await topicViews(tx, app, asked.actor, heats, asked.at)
    return view === undefined ? refuse({ code: 'topic.no-warning', clause: '19a' }) : accept(view)
  })

export const topicEndpoints: readonly Endpoint[] = [
  mount(routes.listTopics, ({ actor, at, query: { list } }, app) =>
    decideAs(app.database, actor, async (tx) => {
      const settings = await settingsAt(tx, app, at)
      if (!settings.ok) return settings
      const heats = await listed(tx, list, at, settings.value)
      return accept({ items: await topicViews(tx, app, actor, heats, at), latelyDays: settings.value.topicWarning.value.days })
    }),
  ),
  mount(routes.passTopic, (call, app) =>
    decided(app, call, 'topic.pass', async (tx, warning) => {
      const { owner, unitId } = call.body
      const open = await unitsOn(tx, call.at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate())
      const from = { owner: warning?.owner ?? 'centre', unitId: warning?.owner_unit_id ?? null }
      const passed = passedOn(
        warning?.state,
        from,
        { owner, unitId },
        open.some((unit) => unit.unitId === unitId),
      )
      if (passed.ok && warning !== undefined) await keepOwner(tx, warning.warning_id, passed.value)
      return passed
    }),
  ),
  mount(routes.confirmTopic, (call, app) =>
    decided(app, call, 'topic.confirm', async (tx, warning) => {
      const open = whileOpen(warning?.state)
      if (!open.ok || warning === undefined) return open
      const incident = await incidentOfRequest(tx, call.body.incidentId)
      if (incident === null) return refuse({ code: 'incident.unknown' })
      await keepConfirmed(tx, warning.warning_id, call.body.incidentId, { at: call.at, accountId: call.actor.accountId })
      return open
    }),
  ),
  mount(routes.dismissTopic, (call, app) =>
    decided(app, call, 'topic.dismiss', async (tx, warning) => {
      const open = whileOpen(warning?.state)
      if (!open.ok || warning === undefined) return open
      await keepDismissed(tx, warning.warning_id, call.body.reason, { at: call.at, accountId: call.actor.accountId })
      return open
    }),
  ),
]
