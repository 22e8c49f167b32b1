import { z } from 'zod'
import { route } from '../kernel/index.ts'
import { foundKnowledge } from '../knowledge/index.ts'
import { emergencyLines, kinds, principles, urgencies } from '../vocabulary/index.ts'
import { orderRow, place, subjectCode, unitId } from '../work-order/index.ts'

/** How sure it is, and the words of the text that spoke for it. */
const because = { confidence: z.number().min(0).max(1), reasons: z.array(z.string()).describe('Stretches of the text') }

const source = z
  .object({ by: z.enum(['rules', 'model']), version: z.int().nullable() })
  .describe('What it comes from: the words of the rules, or what this authority’s own orders taught, by its version')

/** 11-2: by the catalogue with principle and basis, by who answered such matters before, or by both. */
const unitSuggestion = z.object({
  unitId,
  unitName: z.string(),
  confidence: z.number().min(0).max(1),
  catalogue: z.object({ subject: subjectCode, principle: z.enum(principles), basis: z.string() }).nullable(),
  learned: z.boolean().describe('It answered such matters before'),
})

/** What a desk should not overhear: a person decides what becomes of it. */
const alarms = z.object({
  urgent: z
    .object({ urgency: z.enum(urgencies).exclude(['ordinary']), lines: z.array(z.enum(emergencyLines)), reasons: z.array(z.string()) })
    .nullable()
    .describe('12-4: what cannot wait, and whom to call now'),
  secrecy: z.array(z.string()).describe('20c: words by which somebody asks not to be named'),
  identity: z
    .array(z.enum(['phone', 'id-number', 'bank-card', 'plate', 'address']))
    .describe('20a: what in the words tells who somebody is'),
})

export const suggestions = z
  .object({
    source,
    kinds: z.array(z.object({ value: z.enum(kinds), ...because })),
    subjects: z.array(z.object({ value: subjectCode, ...because })),
    places: z.array(z.object({ value: place, name: z.string(), ...because })),
    units: z.array(unitSuggestion),
    orders: z.array(orderRow).describe('Open orders like it that the reader may see, the likest first'),
    passages: z.array(foundKnowledge).describe('What is told about it now; quoted by item and version'),
    alarms,
  })
  .meta({ id: 'Suggestions' })
export type Suggestions = z.infer<typeof suggestions>

/** Where too little was said, or nobody answers yet. */
export const nothingSuggested: Suggestions = {
  source: { by: 'rules', version: null },
  kinds: [],
  subjects: [],
  places: [],
  units: [],
  orders: [],
  passages: [],
  alarms: { urgent: null, secrecy: [], identity: [] },
}

export const assistantRoutes = {
  askAssistant: route({
    method: 'POST',
    path: '/assistant/suggestions',
    summary: '坐席助手 What the words of a call may mean, to be taken or not; nothing of it is kept',
    tag: 'contacts',
    access: { kind: 'staff', action: 'assistant.ask' },
    body: z.object({
      text: z.string().max(5000),
      subject: subjectCode.nullable().default(null).describe('What the person at the form has chosen already'),
      place: place.nullable().default(null),
    }),
    response: suggestions,
  }),
} as const
