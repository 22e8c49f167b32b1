import { principles } from '@open12345/domain/vocabulary'
import { z } from 'zod'
import { civilDate, instant, uuid } from '../kernel/index.ts'

export const unitId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const placeCode = z.string().regex(/^\d{4,12}$/)
export const subjectCode = z.string().regex(/^[a-z0-9-]{1,60}$/)
const namedUnit = z.object({ unitId: z.string(), name: z.string() })

export const catalogueEntry = z
  .object({
    subject: z.string(),
    placeCode: z.string(),
    placeName: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    answering: namedUnit.nullable().describe('Who stands for the unit that day: itself, or whom it was merged into; null: nobody'),
    principle: z.enum(principles),
    basis: z.string(),
    from: civilDate,
    to: civilDate.nullable().describe('The first day on which it no longer counts'),
    change: z
      .object({ changeId: uuid, reason: z.string(), by: z.string(), decidedBy: z.string(), decidedAt: instant })
      .nullable()
      .describe('The change that brought it; null where the folder did'),
  })
  .meta({ id: 'CatalogueEntry' })
export type CatalogueEntryView = z.infer<typeof catalogueEntry>

export const catalogueChange = z
  .object({
    changeId: uuid,
    kind: z.enum(['set', 'end']),
    subject: z.string(),
    placeCode: z.string(),
    placeName: z.string(),
    unitId: z.string().nullable(),
    unitName: z.string().nullable(),
    before: namedUnit.nullable().describe('Whom the place was led to until then, by its own entry or a wider one'),
    principle: z.enum(principles).nullable(),
    basis: z.string(),
    on: civilDate,
    until: civilDate.nullable(),
    reason: z.string(),
    state: z
      .enum(['open', 'accepted', 'refused', 'withdrawn', 'replaced', 'revoked'])
      .describe('replaced: accepted, and given way to a later change for the same day; revoked: accepted, and taken back before its day'),
    by: z.string(),
    own: z.boolean().describe('The reader proposed it'),
    proposedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    words: z.string().nullable().describe('Why it was refused'),
    revoked: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
    evidence: z
      .array(z.object({ orderId: uuid, number: z.string() }))
      .describe('Orders given as its reason; those that the reader may see'),
  })
  .meta({ id: 'CatalogueChange' })
export type CatalogueChangeView = z.infer<typeof catalogueChange>

export const cataloguePreview = z
  .object({
    before: namedUnit.nullable().describe('Whom the place is led to on the day before'),
    after: namedUnit.nullable().describe('Whom it is led to from the day on'),
    afterUntil: namedUnit.nullable().describe('Whom it is led to once the entry has ended'),
    units: z.array(namedUnit.extend({ people: z.int().describe('Who holds a role there, and reads of it in the console') })),
    openOrders: z.int().describe('Orders of the subject and place at work now: they stay where they are'),
    atOnce: z.boolean(),
  })
  .meta({ id: 'CataloguePreview' })
export type CataloguePreview = z.infer<typeof cataloguePreview>

const counts = z.array(namedUnit.extend({ orders: z.int() }))
export const catalogueReplay = z
  .object({
    from: civilDate,
    to: civilDate,
    unit: namedUnit,
    orders: z.int(),
    cut: z.boolean().describe('There are more: only the newest were counted'),
    undispatched: z.int(),
    sentTo: counts,
    endedWith: counts,
    returns: z.int(),
    already: z.int(),
    avoided: z.object({ orders: z.int(), returns: z.int() }),
    givenBack: z.int(),
    keptByOther: z.int(),
    unknown: z.int(),
  })
  .meta({ id: 'CatalogueReplay' })
export type CatalogueReplay = z.infer<typeof catalogueReplay>

export const catalogueFinding = z
  .object({
    subject: z.string(),
    placeCode: z.string(),
    placeName: z.string(),
    from: namedUnit,
    to: namedUnit,
    returns: z.int().describe('Returns that were accepted'),
    rulings: z.int().describe('Rulings and designations'),
    against: z.int().describe('Rulings that left it with the unit which the catalogue names'),
    newestAt: instant,
    orders: z.array(z.object({ orderId: uuid, number: z.string(), kind: z.enum(['accepted', 'refused', 'designated']), at: instant })),
    dismissed: z
      .object({ by: z.string(), at: instant, reason: z.string(), again: z.boolean().describe('There is newer evidence since') })
      .nullable(),
    proposed: z.boolean().describe('A change of this subject and place waits for its review'),
  })
  .meta({ id: 'CatalogueFinding' })
export type CatalogueFindingView = z.infer<typeof catalogueFinding>
