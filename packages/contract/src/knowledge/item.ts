import { z } from 'zod'
import { civilDate, uuid } from '../kernel/index.ts'

/** An item as it is told to everybody. */
export const knowledgeItem = z
  .object({
    itemId: uuid,
    version: z.int(),
    title: z.string(),
    body: z.string(),
    unitName: z.string(),
    source: z.string().describe('Issuing document'),
    validFrom: civilDate,
    validTo: civilDate.nullable(),
    region: z.string().nullable().describe('A place; null: the whole prefecture'),
  })
  .meta({ id: 'KnowledgeItem' })
export type KnowledgeItem = z.infer<typeof knowledgeItem>

const mark = z.object({ start: z.int(), end: z.int() }).describe('From where to where, in the text beside it')
/** An item that search found. */
export const foundKnowledge = knowledgeItem
  .extend({
    regionName: z.string().nullable(),
    confidence: z.number().describe('How sure it is that the item is about what was asked, in 0..1'),
    titleMarks: z.array(mark),
    passage: z
      .object({ text: z.string(), start: z.int(), end: z.int(), marks: z.array(mark) })
      .describe('The words of the body that say most of what was asked'),
  })
  .meta({ id: 'FoundKnowledge' })
export type FoundKnowledge = z.infer<typeof foundKnowledge>
