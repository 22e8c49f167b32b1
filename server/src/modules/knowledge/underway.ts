import type { Content } from '@open12345/domain/knowledge'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { reports, unanswered, underway, unit, wanted } from './data/underway.ts'
import { demonstrationItems } from './data/index.ts'
import { idOf, mark } from './demonstration.ts'
import { draftRows, insertDraft, moveDraft } from './draft-store.ts'
import { itemRows } from './items.ts'
import { insertRequest } from './request-store.ts'
import { insertReport } from './report-store.ts'
import { civilDate, knowledgeClock } from './rules.ts'
import { writeStep } from './steps.ts'

type People = { readonly clerk: string; readonly reviewer: string }

const peopleOf = async (tx: Tx): Promise<People | undefined> => {
  const { rows } = await sql<{ login: string; account_id: string }>`
    select login, account_id from account where authority_id = app.authority() and login in (${`clerk-${unit}`}, ${`reviewer-${unit}`})`.execute(
    tx,
  )
  const idOfLogin = (login: string) => rows.find((row) => row.login === login)?.account_id
  const [clerk, reviewer] = [idOfLogin(`clerk-${unit}`), idOfLogin(`reviewer-${unit}`)]
  return clerk === undefined || reviewer === undefined ? undefined : { clerk, reviewer }
}

type Written = (typeof underway)[number]
const contentOf = ({ type, title, variants, keywords, document, body }: Written, at: Temporal.Instant): Content => ({
  type,
  title,
  variants,
  keywords,
  body: `${body}\n${mark}`,
  ownerUnitId: unit,
  document: { name: document, number: null, article: null },
  region: null,
  validFrom: civilDate(at),
  validTo: null,
  reviewOn: null,
})

const onItsWay = async (tx: Tx, { clerk, reviewer }: People, one: Written, at: Temporal.Instant): Promise<void> => {
  const itemId = newId(at)
  const draftId = await insertDraft(tx, { itemId, baseVersion: null, content: contentOf(one, at), accountId: clerk, at })
  const step = { itemId, draftId, at } as const
  await writeStep(tx, { ...step, kind: 'written', accountId: clerk })
  const [row] = await draftRows(tx, sql`draft_id = ${draftId}`)
  if (one.at === 'draft' || row === undefined) return
  const later = at.add({ minutes: 40 })
  await writeStep(tx, { ...step, at: at.add({ minutes: 10 }), kind: 'submitted', accountId: clerk })
  if (one.at === 'returned')
    await writeStep(tx, {
      ...step,
      at: later,
      kind: 'owner-sent-back',
      accountId: reviewer,
      ...(one.reason === undefined ? {} : { reason: one.reason }),
    })
  if (one.at === 'centre-review') await writeStep(tx, { ...step, at: later, kind: 'vouched', accountId: reviewer })
  await moveDraft(tx, row, one.at, reviewer, later)
}

const reported = async (tx: Tx, app: App, { no, words, hoursAgo }: (typeof reports)[number]): Promise<void> => {
  const found = demonstrationItems.find((item) => item.no === no)
  const at = app.clock.now().subtract({ hours: hoursAgo })
  const clock = await knowledgeClock(tx, app, 'knowledge-correction', at)
  if (found === undefined || !clock.ok) return
  const itemId = idOf(found)
  const [row] = await itemRows(tx, sql`k.item_id = ${itemId} and k.superseded_at is null`)
  if (row === undefined) return
  const { version, owner_unit_id: ownerUnitId } = row
  await insertReport(tx, app, { itemId, version, ownerUnitId, accountId: null, words, at, clock: clock.value })
}

const askedInVain = async (tx: Tx, app: App): Promise<void> => {
  const day = civilDate(app.clock.now())
  for (const [question, times] of unanswered)
    for (let one = 0; one < times; one += 1)
      await sql`select app.note_unanswered(${question}, ${day}::date, ${app.keyring.keyedHash('address', `demonstration/${one}`)})`.execute(
        tx,
      )
}

const askedFor = async (tx: Tx, app: App): Promise<void> => {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from account where authority_id = app.authority() and login = 'knowledge-editor'`.execute(tx)
  const at = app.clock.now().subtract({ hours: 3 })
  const clock = await knowledgeClock(tx, app, 'standard-answer', at)
  const [editor] = rows
  if (editor === undefined || !clock.ok) return
  const accountId = editor.account_id
  await insertRequest(tx, { kind: 'standard-answer', ...wanted, ownerUnitId: unit, accountId, at, clock: clock.value })
}

/** So that nobody who looks around finds an empty desk: versions and reports in the middle of their way. */
export const loadKnowledgeUnderway = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const people = await peopleOf(tx)
    if (people === undefined) return
    const at = app.clock.now().subtract({ hours: 26 })
    for (const one of underway) await onItsWay(tx, people, one, at)
    for (const one of reports) await reported(tx, app, one)
    await askedInVain(tx, app)
    await askedFor(tx, app)
  })
