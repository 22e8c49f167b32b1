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
import { bindFiles } from '../../file/index.ts'
import { authorOf, type Doer } from '../doer.ts'
import type { Done } from './command.ts'
import type { Deciding } from './context.ts'
import { decidingOn } from './facts.ts'
import { knownBy, marksOf, type Given } from '../../../keys/marks.ts'
import { applied, keepStep } from './store.ts'
import { newWords, sealTexts, type Words } from './texts.ts'
import { tokensOf } from './tokens.ts'

export type Recording = {
  readonly at: Temporal.Instant
  readonly content: string
  readonly addressDetail: string | null
  /** Who asks, as far as they say it: so that their words can be read without it. */
  readonly given: Given
  readonly matter: Omit<RecordCommand, 'contentText' | 'files'>
  /** What becomes of it in the same step. */
  readonly followedBy: (words: Words) => readonly Command[]
  readonly files: readonly string[]
}

const runningNumber = async (tx: Tx, at: Temporal.Instant): Promise<string> => {
  const { rows } = await sql<{ running: number }>`select nextval('work_order_running') as running`.execute(tx)
  const { year, month } = at.toZonedDateTimeISO('Asia/Shanghai')
  return orderNumber(`${String(year).slice(2)}${String(month).padStart(2, '0')}`, rows[0]?.running ?? 0)
}

/** The events of recording it and of the steps that follow at once, each decided on what the one before left. */
const decideAll = (
  recording: Recording,
  words: Words,
  commands: readonly Command[],
  doer: Doer,
  { context }: Deciding,
): Decision<readonly WorkOrderEvent[]> => {
  const first = record({ ...recording.matter, files: recording.files, contentText: words.put('content', recording.content) }, context)
  if (!first.ok) return first
  const events: WorkOrderEvent[] = [...first.value]
  for (const command of commands) {
    const { after } = applied(null, events, authorOf(doer), recording.at)
    const next = decide(after, command, context)
    if (!next.ok) return next
    events.push(...next.value)
  }
  return accept(events)
}

/** Records a matter and takes the steps that follow at once (第十条), in the running transaction of `doer`. Refuses what the rules refuse. */
export const recordOrder = async (
  tx: Tx,
  app: App,
  doer: Doer,
  recording: Recording,
): Promise<Decision<Done & { readonly number: string }>> => {
  const { at, content, addressDetail, given, matter, files } = recording
  const words = newWords(at)
  const commands = recording.followedBy(words)
  const known = { orderId: null, order: null, units: new Map(), place: matter.place }
  const [deciding, number] = await Promise.all([decidingOn(tx, app, doer, known, commands, at), runningNumber(tx, at)])
  if (!deciding.ok) return deciding
  const events = decideAll(recording, words, commands, doer, deciding.value)
  if (!events.ok) return events
  if (addressDetail !== null) words.put('address', addressDetail)
  const written = applied(null, events.value, authorOf(doer), at)

  const orderId = newId(at)
  const { key, wrapped } = app.keyring.newDataKey()
  const marks = marksOf(key, given)
  const texts = sealTexts(app, orderId, key, words.taken, knownBy(key, marks), at)
  const opening = { wrappedKey: wrapped, marks, tokens: tokensOf(app, `${content}\n${addressDetail ?? ''}`) }
  await keepStep(tx, app, { orderId, number, expected: null, written, deciding: deciding.value, texts }, opening)
  const bound = await bindFiles(tx, app, orderId, files)
  if (!bound.ok) return bound
  return accept({
    orderId,
    number,
    version: written.after.version,
    stage: stageOf(written.after),
    unitId: null,
    unitIds: [],
  })
}
