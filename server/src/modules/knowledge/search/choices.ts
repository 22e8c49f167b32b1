import { knowledgeRoutes as routes } from '@open12345/contract/knowledge'
import { accept, refuse } from '@open12345/domain/kernel'
import { equivalents } from '@open12345/language/reading'
import { askedPairs, readQuestion, termNumber, type Question } from '@open12345/language/retrieval'
import { sql } from 'kysely'
import { once } from '../../../db/idempotency.ts'
import { decideAs, type Tx } from '../../../db/transaction.ts'
import { mount } from '../../../http/mount.ts'

/** No number of choices outweighs what an item says: a quarter at most. */
const [mostGain, half] = [0.25, 5]

const numberOf = (question: Question): number | undefined => {
  const asked = askedPairs(question)
  return asked === undefined ? undefined : termNumber(asked)
}

/** How much more an item weighs, because it was chosen for the same question before. */
export const choicesFor = async (tx: Tx, question: Question): Promise<(itemId: string) => number> => {
  const number = numberOf(question)
  if (number === undefined) return () => 1
  const { rows } = await sql<{ item_id: string; times: number }>`
    select item_id, times from knowledge_choice where authority_id = app.authority() and question = ${number}`.execute(tx)
  const times = new Map(rows.map((row) => [row.item_id, row.times]))
  return (itemId) => {
    const chosen = times.get(itemId) ?? 0
    return 1 + (mostGain * chosen) / (chosen + half)
  }
}

const counted = async (tx: Tx, itemId: string, text: string): Promise<boolean> => {
  const number = numberOf(readQuestion(text, equivalents))
  if (number === undefined) return false
  const { numAffectedRows } = await sql`
    insert into knowledge_choice (authority_id, question, item_id, times)
    select app.authority(), ${number}, e.item_id, 1 from knowledge_entry e where e.authority_id = app.authority() and e.item_id = ${itemId}
    on conflict (authority_id, question, item_id) do update set times = knowledge_choice.times + 1`.execute(tx)
  return numAffectedRows === 1n
}

/** Whoever answers chose this item for what was asked: a number is counted, no words and no person. */
export const chooseKnowledge = mount(routes.chooseKnowledge, ({ params, body, ...asked }, app) =>
  decideAs(app.database, asked.actor, async (tx) => {
    const readable =
      await sql`select from knowledge_item where authority_id = app.authority() and item_id = ${params.itemId} limit 1`.execute(tx)
    if (readable.rows.length === 0) return refuse({ code: 'knowledge.not-found' })
    const done = await once(tx, asked, async () => accept({ counted: await counted(tx, params.itemId, body.text) }))
    return done.ok ? accept(done.value.ids) : done
  }),
)
