import { askedPairs, termNumber, type Question } from '@open12345/language/retrieval'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'

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
