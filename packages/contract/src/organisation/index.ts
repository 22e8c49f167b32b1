import { z } from 'zod'
import { civilDate, route } from '../kernel/index.ts'

export const unitView = z
  .object({
    unitId: z.string(),
    parentId: z.string().nullable(),
    name: z.string(),
    kind: z.enum(['centre', 'office', 'county', 'department', 'enterprise', 'township', 'section', 'sub-centre']),
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
