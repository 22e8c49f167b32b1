import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { decide, principalOf, type Command, type WorkOrder, type WorkOrderEvent } from '@open12345/domain/work-order'
import type { Stage } from '@open12345/domain/vocabulary'
import type { App } from '../../../app.ts'
import { once } from '../../../db/idempotency.ts'
import { decideAs, type Tx } from '../../../db/transaction.ts'
import { writeAudit } from '../../audit/index.ts'
import { announce } from '../../live/index.ts'
import { bindFiles, filesOfOrder, type Uploader } from '../../file/index.ts'
import { authorOf, type Doer } from '../doer.ts'
import { standingFor } from '../standing.ts'
import { unitIdsOf } from './columns.ts'
import type { Deciding } from './context.ts'
import { decidingOn } from './facts.ts'
import { loadForStep, type LoadedForStep } from './load.ts'
import { knownBy } from '../../../keys/marks.ts'
import { applied, keepStep } from './store.ts'
import { newWords, opened, sealTexts, type Words } from './texts.ts'

export type CommandOptions = {
  readonly at: Temporal.Instant
  readonly route?: string
  readonly idempotencyKey?: string | undefined
  readonly digest?: Buffer
  /** The version that the person was looking at. */
  readonly ifMatch?: number | undefined
  /** Files that this command attaches; they are bound to the order in the same transaction. */
  readonly files?: readonly string[]
  /** Whose these files are, where it is a browser's. */
  readonly uploader?: Uploader | undefined
}
type Decided = { readonly events: readonly WorkOrderEvent[]; readonly deciding: Deciding }
/** `stage`: where it stands now, for a unit in its own list; `unitIds`: who took part before it, or does after it. */
export type Done = {
  readonly orderId: string
  readonly version: number
  readonly stage: Stage
  readonly unitId: string | null
  readonly unitIds: readonly string[]
}
/** The command, once its words have been given ids. */
export type Build = (words: Words) => Command

/** A redraft names the proof again that the order already holds. */
const bindNewFiles = async (
  tx: Tx,
  app: App,
  orderId: string,
  fileIds: readonly string[],
  uploader: Uploader | undefined,
): Promise<Decision<unknown>> => {
  if (fileIds.length === 0) return accept(undefined)
  const held = new Set((await filesOfOrder(tx, app, orderId)).map(({ fileId }) => fileId))
  return bindFiles(
    tx,
    app,
    orderId,
    fileIds.filter((fileId) => !held.has(fileId)),
    uploader,
  )
}

const doneWith = (orderId: string, { actor }: Doer, before: WorkOrder, after: WorkOrder = before): Done => ({
  orderId,
  version: after.version,
  stage: standingFor(after, actor).stage,
  unitId: principalOf(after)?.unitId ?? null,
  unitIds: [...new Set([...unitIdsOf(before), ...unitIdsOf(after)])],
})

/** 20c: who was named for a sealed order is on record where nobody who is named can change it. */
const auditSealing = async (tx: Tx, app: App, orderId: string, events: readonly WorkOrderEvent[]): Promise<void> => {
  for (const event of events)
    if (event.type === 'sealed')
      await writeAudit(tx, app, { action: 'order.seal', orderId, subjectIds: event.persons, facts: [event.reason] })
}

/** Files are bound as the person whose they are; then everything else is written at once. */
const write = async (
  tx: Tx,
  app: App,
  doer: Doer,
  { order, orderId, number, wrappedKey, marks }: LoadedForStep,
  { events, deciding }: Decided,
  words: Words,
  { at, files = [], uploader }: CommandOptions,
): Promise<Decision<Done>> => {
  const written = applied(order, events, authorOf(doer), at)
  const bound = await bindNewFiles(tx, app, orderId, files, uploader)
  if (!bound.ok) return bound
  const key = words.taken.length === 0 ? undefined : opened(app, wrappedKey)
  if (key !== undefined && !key.ok) return key
  const texts = key === undefined ? [] : sealTexts(app, orderId, key.value, words.taken, knownBy(key.value, marks), at)
  const isKept = await keepStep(tx, app, { orderId, number, expected: order.version, written, deciding, texts })
  if (!isKept) return refuse({ code: 'work-order.stale' })
  await auditSealing(tx, app, orderId, events)
  return accept(doneWith(orderId, doer, order, written.after))
}

const decideAndWrite = async (
  tx: Tx,
  app: App,
  doer: Doer,
  loaded: LoadedForStep,
  build: Build,
  options: CommandOptions,
): Promise<Decision<Done>> => {
  const { order, orderId } = loaded
  if (options.ifMatch !== undefined && options.ifMatch !== order.version) return refuse({ code: 'work-order.stale' })
  const words = newWords(options.at)
  const command = build(words)
  const deciding = await decidingOn(tx, app, doer, loaded, [command], options.at)
  if (!deciding.ok) return deciding
  const decided = decide(order, command, deciding.value.context)
  if (!decided.ok) return decided
  if (decided.value.length === 0) return accept(doneWith(orderId, doer, order))
  return write(tx, app, doer, loaded, { events: decided.value, deciding: deciding.value }, words, options)
}

const attempt = (app: App, doer: Doer, orderId: string, build: Build, options: CommandOptions): Promise<Decision<Done>> =>
  decideAs(app.database, doer.actor, async (tx) => {
    const asked = {
      actor: doer.actor,
      at: options.at,
      route: options.route ?? 'internal',
      idempotencyKey: options.idempotencyKey,
      digest: options.digest ?? Buffer.alloc(0),
    }
    const loaded = await loadForStep(tx, orderId, options.at)
    if (loaded === undefined) return refuse({ code: 'work-order.not-found' })
    const done = await once(tx, asked, () => decideAndWrite(tx, app, doer, loaded, build, options))
    return done.ok ? accept(done.value.ids) : done
  })

const rivals = 3

/**
 * One step of an order, whole or not at all: state, events, clocks, words and messages in one transaction. Refuses what the rules refuse,
 * `work-order.not-found` for what the actor may not see, `work-order.stale` when `ifMatch` is not the version any more; without `ifMatch`
 * it is tried again on what a rival has left.
 */
export const runCommand = async (app: App, doer: Doer, orderId: string, build: Build, options: CommandOptions): Promise<Decision<Done>> => {
  for (let tries = 1; ; tries++) {
    const done = await attempt(app, doer, orderId, build, options)
    if (!done.ok && done.refusal.code === 'work-order.stale' && options.ifMatch === undefined && tries < rivals) continue
    if (done.ok) announce(app, { authorityId: doer.actor.authorityId, ...done.value })
    return done
  }
}
