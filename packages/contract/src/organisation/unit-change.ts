import { z } from 'zod'
import { civilDate, instant, route, uuid } from '../kernel/index.ts'
import { unitKind } from './unit-kind.ts'

/** The centre and the office come with the folder, and are not founded at a desk. */
export const foundedKinds = ['county', 'department', 'enterprise', 'township', 'section', 'sub-centre'] as const

const unitId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
const line = (most: number) => z.string().trim().min(1).max(most)
const names = {
  name: line(80),
  shortName: line(20).nullable(),
  nameEn: line(80).nullable(),
}
const decided = {
  on: civilDate.describe('The first day of the change; today or later'),
  document: line(120).describe('Name and number of the document that says so'),
  words: line(500).nullable(),
}

export const unitChangeBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('renamed'), unitId, ...names, ...decided }),
  z.object({
    kind: z.literal('founded'),
    unitId: unitId.describe('Its code from now on; codes are not used twice'),
    ...names,
    unitKind: z.enum(foundedKinds),
    parentId: unitId.nullable(),
    placeCode: z
      .string()
      .regex(/^\d{4,12}$/)
      .nullable(),
    ...decided,
  }),
  z.object({ kind: z.literal('moved'), unitId, parentId: unitId.nullable().describe('Null: below nobody'), ...decided }),
  z.object({ kind: z.literal('merged'), unitId, successorId: unitId.describe('Who answers for its open orders'), ...decided }),
  z.object({ kind: z.literal('dissolved'), unitId, ...decided }),
])
export type UnitChangeBody = z.infer<typeof unitChangeBody>

const changeKind = z.enum(['founded', 'renamed', 'moved', 'merged', 'dissolved'])

const unitChangeView = z
  .object({
    changeId: uuid,
    kind: changeKind,
    unitId: z.string(),
    on: civilDate,
    state: z.enum(['ahead', 'in-effect', 'held-up', 'withdrawn']),
    name: z.string().nullable().describe('The new name'),
    parentId: z.string().nullable(),
    successorId: z.string().nullable(),
    nameBefore: z.string().nullable(),
    parentBefore: z.string().nullable(),
    document: z.string(),
    words: z.string().nullable(),
    by: z.string().describe('Who decided it'),
    decidedAt: instant,
    heldUp: z.object({ zh: z.string(), en: z.string() }).nullable().describe('What stands in the way'),
    outcomeAt: instant.nullable().describe('When it took effect, was held up or was withdrawn'),
  })
  .meta({ id: 'UnitChange' })
export type UnitChangeView = z.infer<typeof unitChangeView>

const treeUnit = z
  .object({
    unitId: z.string(),
    parentId: z.string().nullable(),
    name: z.string(),
    shortName: z.string().nullable(),
    nameEn: z.string().nullable(),
    kind: unitKind,
    placeCode: z.string().nullable(),
    from: civilDate,
    to: civilDate.nullable().describe('The first day on which the unit is no more'),
    mergedInto: z.string().nullable(),
    changedAtDesk: z.boolean().describe('The folder leaves it alone'),
  })
  .meta({ id: 'TreeUnit' })
export type TreeUnitView = z.infer<typeof treeUnit>

const concern = z
  .object({
    openOrders: z.int().describe('Orders that are not closed, of the unit and those below it'),
    people: z.int().describe('Who holds a role in the unit'),
    responsibilities: z.int().describe('Entries of the catalogue that lead to it'),
    unitsBelow: z.int(),
    atOnce: z.boolean().describe('It would take effect with the decision'),
  })
  .meta({ id: 'UnitChangeConcern' })
export type UnitChangeConcern = z.infer<typeof concern>

const access = { kind: 'staff', action: 'unit.change' } as const
const tag = 'organisation'

export const unitChangeRoutes = {
  listUnitTree: route({
    method: 'GET',
    path: '/unit-tree',
    summary: '单位树 Every unit, those that are no more included',
    tag,
    access,
    response: z.object({ today: civilDate, items: z.array(treeUnit) }),
  }),
  listUnitChanges: route({
    method: 'GET',
    path: '/unit-changes',
    summary: '单位变更 What was decided about units: what is open first, then the newest',
    tag,
    access,
    query: z.object({ unitId: unitId.optional().describe('Of this unit, and what was merged into it') }),
    response: z.object({ items: z.array(unitChangeView) }),
  }),
  previewUnitChange: route({
    method: 'POST',
    path: '/unit-changes/preview',
    summary: '试算变更 What a change would concern, or why it is refused; nothing is written',
    tag,
    access,
    body: unitChangeBody,
    response: concern,
  }),
  decideUnitChange: route({
    method: 'POST',
    path: '/unit-changes',
    summary: '决定变更 Found, rename, move, merge or dissolve a unit, today or on a later day',
    tag,
    access,
    body: unitChangeBody,
    response: unitChangeView,
    status: 201,
    command: true,
  }),
  withdrawUnitChange: route({
    method: 'POST',
    path: '/unit-changes/:changeId/withdrawal',
    summary: '撤回变更 Withdraw a change that is not in effect',
    tag,
    access,
    params: z.object({ changeId: uuid }),
    response: unitChangeView,
    command: true,
  }),
} as const
