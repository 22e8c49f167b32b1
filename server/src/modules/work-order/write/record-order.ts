import { accept, type Decision } from '@open12345/domain/kernel'
import {
  decide,
  orderNumber,
  record,
  stageOf,
  type Command,
  type Record as RecordCommand,
  type WorkOrderEvent,
} from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import { newId } from '../../../db/ids.ts'
import type { Tx } from '../../../db/transaction.ts'
import { currentWorld } from '../../calendar/index.ts'
import { bindFiles } from '../../file/index.ts'
import { authorOf, type Doer } from '../doer.ts'
import type { Done } from './command.ts'
import { decidingWith } from './context.ts'
import { applied, asProgram, insertOrder, keepHistory } from './store.ts'
import { keepTexts, newOrderKey, newWords, type Words } from './texts.ts'
import { checkPlace } from './place-check.ts'
import { keepTokens } from './tokens.ts'

export type Recording = {
  readonly at: Temporal.Instant
  readonly content: string
  readonly addressDetail: string | null
  readonly matter: Omit<RecordCommand, 'contentText'>
  /** What becomes of it in the same step. */
  readonly followedBy: (words: Words) => readonly Command[]
  readonly files: readonly string[]
}

const runningNumber = async (tx: Tx, at: Temporal.Instant): Promise<string> => {
  const { rows } = await sql<{ running: number }>`select nextval('work_order_running') as running`.execute(tx)
  const { year, month } = at.toZonedDateTimeISO('Asia/Shanghai')
  return orderNumber(`${String(year).slice(2)}${String(month).padStart(2, '0')}`, rows[0]?.running ?? 0)
}

/** Records a matter and takes the steps that follow at once (第十条), in the running transaction of `doer`. Refuses what the rules refuse. */
export const recordOrder = async (
  tx: Tx,
  app: App,
  doer: Doer,
  recording: Recording,
): Promise<Decision<Done & { readonly number: string }>> => {
  const { at, content, addressDetail, matter } = recording
  const { authorityId } = doer.actor
  const placed = await checkPlace(tx, matter.place, at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate())
  if (!placed.ok) return placed
  const orderId = newId(at)
  const words = newWords(at)
  const deciding = decidingWith({ at, doer, world: await currentWorld(tx, app), acceptedAt: null, units: new Map() })
  const first = record({ ...matter, contentText: words.put('content', content) }, deciding.context)
  if (!first.ok) return first
  if (addressDetail !== null) words.put('address', addressDetail)
  const author = authorOf(doer)
  let written = applied(null, first.value, author, at)
  const events: WorkOrderEvent[] = [...first.value]
  for (const command of recording.followedBy(words)) {
    const next = decide(written.after, command, deciding.context)
    if (!next.ok) return next
    events.push(...next.value)
    written = applied(null, events, author, at)
  }
  await asProgram(tx)
  const number = await runningNumber(tx, at)
  const owner = { authorityId, orderId, number }
  await insertOrder(tx, owner, written.after)
  const key = await newOrderKey(tx, app, authorityId, orderId)
  await keepTexts(tx, app, { ...owner, key }, words.taken, at)
  await keepTokens(tx, app, owner, `${content}\n${addressDetail ?? ''}`)
  await keepHistory(tx, app, owner, written, deciding)
  if (recording.files.length > 0) {
    const bound = await bindFiles(tx, app, orderId, recording.files)
    if (!bound.ok) return bound
  }
  return accept({ orderId, number, version: written.after.version, stage: stageOf(written.after), unitId: null })
}
