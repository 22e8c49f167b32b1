import { principles } from '@open12345/domain/vocabulary'
import { z } from 'zod'
import { civilDate, route, uuid } from '../kernel/index.ts'
import {
  catalogueChange,
  catalogueEntry,
  catalogueFinding,
  cataloguePreview,
  catalogueReplay,
  placeCode,
  subjectCode,
  unitId,
} from './views.ts'

export type { CatalogueChangeView, CatalogueEntryView, CatalogueFindingView, CataloguePreview, CatalogueReplay } from './views.ts'

const line = (most: number) => z.string().trim().min(1).max(most)
/** A cell that begins so is a formula to a spreadsheet. */
const basis = line(200).regex(/^[^=+\-@]/, { message: '不能以 = + - @ 开头' })
const asked = {
  subject: subjectCode,
  placeCode,
  on: civilDate.describe('The first day of the change; today or later'),
  basis: basis.describe('Law and article, or the document that says so'),
  reason: line(500),
  evidence: z.array(uuid).max(20).describe('Orders whose rulings speak for it'),
}
export const catalogueChangeBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    ...asked,
    unitId,
    principle: z.enum(principles),
    until: civilDate.nullable().describe('The first day on which it no longer counts'),
  }),
  z.object({ kind: z.literal('end'), ...asked }),
])
export type CatalogueChangeBody = z.infer<typeof catalogueChangeBody>

const tag = 'catalogue'
const read = { kind: 'staff', action: 'catalogue.read' } as const
const propose = { kind: 'staff', action: 'catalogue.propose' } as const
const review = { kind: 'staff', action: 'catalogue.review' } as const
const oneChange = { params: z.object({ changeId: uuid }), response: catalogueChange, command: true, tag } as const
const on = civilDate.optional().describe('The day asked for; today unless told')

export const catalogueRoutes = {
  listCatalogue: route({
    method: 'GET',
    path: '/catalogue',
    summary: '派单目录 Which unit handles which subject where, on a day; with a place, what applies there',
    tag,
    access: read,
    query: z.object({ on, county: placeCode.optional(), township: placeCode.optional() }),
    response: z.object({ today: civilDate, on: civilDate, items: z.array(catalogueEntry) }),
  }),
  readCatalogueHistory: route({
    method: 'GET',
    path: '/catalogue/history',
    summary: '条目沿革 Every span of a subject in a place, and what was decided about it',
    tag,
    access: read,
    query: z.object({ subject: subjectCode, placeCode }),
    response: z.object({ spans: z.array(catalogueEntry), changes: z.array(catalogueChange) }),
  }),
  listCatalogueDoubts: route({
    method: 'GET',
    path: '/catalogue/doubts',
    summary: '空缺和疑点 Subjects without a unit, entries whose unit is over, entries that say nothing new',
    tag,
    access: read,
    query: z.object({ on }),
    response: z.object({
      holes: z.array(z.object({ subject: z.string(), places: z.array(z.object({ code: z.string(), name: z.string() })) })),
      over: z.array(catalogueEntry),
      idle: z.array(catalogueEntry),
    }),
  }),
  listCatalogueConcerning: route({
    method: 'GET',
    path: '/catalogue/concerning',
    summary: '涉及本单位的变更 Accepted changes that bring a subject to the reader’s unit or take it away, newest first',
    tag,
    access: read,
    response: z.object({ items: z.array(catalogueChange) }),
  }),
  listCatalogueChanges: route({
    method: 'GET',
    path: '/catalogue/changes',
    summary: '目录变更 What was proposed: what waits for its review first, then the newest',
    tag,
    access: propose,
    response: z.object({ items: z.array(catalogueChange) }),
  }),
  previewCatalogueChange: route({
    method: 'POST',
    path: '/catalogue/changes/preview',
    summary: '试算变更 What a change would do, or why it is refused; nothing is written',
    tag,
    access: propose,
    body: catalogueChangeBody,
    response: cataloguePreview,
  }),
  proposeCatalogueChange: route({
    method: 'POST',
    path: '/catalogue/changes',
    summary: '提出变更 Propose a change for a day; somebody else decides',
    tag,
    access: propose,
    body: catalogueChangeBody,
    response: catalogueChange,
    status: 201,
    command: true,
  }),
  acceptCatalogueChange: route({
    method: 'POST',
    path: '/catalogue/changes/:changeId/acceptance',
    summary: '同意变更 Accept a change that somebody else proposed; it holds from its day on',
    access: review,
    ...oneChange,
  }),
  refuseCatalogueChange: route({
    method: 'POST',
    path: '/catalogue/changes/:changeId/refusal',
    summary: '不同意变更 Refuse a change that somebody else proposed',
    access: review,
    body: z.object({ words: line(500) }),
    ...oneChange,
  }),
  withdrawCatalogueChange: route({
    method: 'POST',
    path: '/catalogue/changes/:changeId/withdrawal',
    summary: '撤回变更 Take back a change that nobody has decided about',
    access: propose,
    ...oneChange,
  }),
  revokeCatalogueChange: route({
    method: 'POST',
    path: '/catalogue/changes/:changeId/revocation',
    summary: '撤销变更 Revoke an accepted change before its day: the catalogue says again what it said',
    access: propose,
    body: z.object({ reason: line(500) }),
    ...oneChange,
  }),
  replayCatalogueRule: route({
    method: 'GET',
    path: '/catalogue/replay',
    summary: '回放 What a rule would have meant for the orders of a past span',
    tag,
    access: propose,
    query: z.object({
      subject: subjectCode,
      placeCode,
      unitId,
      from: civilDate,
      to: civilDate.describe('The first day that no longer counts'),
    }),
    response: catalogueReplay,
  }),
  listCatalogueFindings: route({
    method: 'GET',
    path: '/catalogue/findings',
    summary: '目录似乎有误 What rulings on returns say against the catalogue, by volume',
    tag,
    access: propose,
    query: z.object({ days: z.coerce.number().int().min(1).max(366).default(180) }),
    response: z.object({ items: z.array(catalogueFinding) }),
  }),
  dismissCatalogueFinding: route({
    method: 'POST',
    path: '/catalogue/findings/dismissal',
    summary: '搁置 Put a finding aside with a reason, until there is newer evidence',
    tag,
    access: propose,
    body: z.object({ subject: subjectCode, placeCode, fromUnitId: unitId, toUnitId: unitId, reason: line(300) }),
    response: z.object({ dismissalId: uuid }),
    status: 201,
    command: true,
  }),
} as const
