import { principles } from '@open12345/domain/vocabulary'
import { z } from 'zod'
import { civilDate, route } from '../kernel/index.ts'
import { unitKind } from './unit-kind.ts'

export type { UnitKind } from './unit-kind.ts'
export {
  foundedKinds,
  unitChangeRoutes,
  type TreeUnitView,
  type UnitChangeBody,
  type UnitChangeConcern,
  type UnitChangeView,
} from './unit-change.ts'

export const unitView = z
  .object({
    unitId: z.string(),
    parentId: z.string().nullable(),
    supervisedBy: z.string().nullable().describe('Who takes what accuses it, where that is not the unit above it'),
    name: z.string(),
    kind: unitKind,
    placeCode: z.string().nullable(),
  })
  .meta({ id: 'Unit' })
export type UnitView = z.infer<typeof unitView>

export const placeView = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    name: z.string(),
    level: z.enum(['prefecture', 'county', 'township']),
    validFrom: civilDate,
    validTo: civilDate.nullable().describe('The first day on which the code no longer holds'),
    replacedBy: z.string().nullable(),
  })
  .meta({ id: 'Place' })
export type PlaceView = z.infer<typeof placeView>

const responsibleView = z
  .object({
    unitId: z.string(),
    name: z.string(),
    principle: z.enum(principles),
    basis: z.string().describe('Law and article'),
  })
  .meta({ id: 'Responsible' })
export type ResponsibleView = z.infer<typeof responsibleView>

const placeCode = z
  .string()
  .regex(/^\d{4,12}$/)
  .optional()
const on = civilDate.optional().describe('The day asked for; today unless told')

export const organisationRoutes = {
  listUnits: route({
    method: 'GET',
    path: '/units',
    summary: '单位 The units in force on a day',
    tag: 'organisation',
    access: { kind: 'staff', action: 'unit.list' },
    query: z.object({ on }),
    response: z.object({ items: z.array(unitView) }),
  }),
  findResponsible: route({
    method: 'GET',
    path: '/responsibilities',
    summary: '职责 The unit that the catalogue of responsibilities names for a subject in a place',
    tag: 'organisation',
    access: { kind: 'staff', action: 'unit.list' },
    query: z.object({ subject: z.string().min(1).max(60), county: placeCode, township: placeCode, on }),
    response: z.object({ responsible: responsibleView.nullable() }),
  }),
  listPlaces: route({
    method: 'GET',
    path: '/places',
    summary: '行政区划 Counties and townships in force on a day',
    tag: 'organisation',
    access: { kind: 'public' },
    query: z.object({ on }),
    response: z.object({ items: z.array(placeView) }),
  }),
} as const
