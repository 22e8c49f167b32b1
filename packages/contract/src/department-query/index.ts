import { z } from 'zod'
import { route, uuid } from '../kernel/index.ts'

export const queryPurposes = ['tell-progress', 'verify-matter', 'handling'] as const

const bilingual = z.object({ zh: z.string(), en: z.string() })

/** What an agent has to know to ask; where it leads and with which key is not told. */
export const departmentConnector = z
  .object({
    connectorId: z.string(),
    unitName: z.string(),
    name: bilingual,
    parameters: z.array(z.object({ name: z.string(), label: bilingual, hint: bilingual.nullable() })),
  })
  .meta({ id: 'DepartmentConnector' })
export type DepartmentConnector = z.infer<typeof departmentConnector>

export const departmentAnswer = z
  .object({
    state: z
      .enum(['found', 'nothing', 'unreachable', 'unreadable'])
      .describe('Unreachable: the department did not answer in time; unreadable: it answered something else than was agreed'),
    rows: z.array(z.array(z.object({ label: bilingual, value: z.string() }))),
    isMore: z.boolean().describe('The department told more than is shown'),
  })
  .meta({ id: 'DepartmentAnswer' })
export type DepartmentAnswer = z.infer<typeof departmentAnswer>

const tag = 'department-queries'
const access = { kind: 'staff', action: 'department.query' } as const

/** Clause 16a: read-only questions to departments' systems, for one contact or one order. */
export const departmentQueryRoutes = {
  listDepartmentConnectors: route({
    method: 'GET',
    path: '/department-connectors',
    summary: '可查的部门系统 Departments’ systems that this person may ask',
    tag,
    access,
    response: z.object({ items: z.array(departmentConnector) }),
  }),
  // Not a command: a repeated key would need the answer, or a digest of who was asked about, to be kept.
  queryDepartment: route({
    method: 'POST',
    path: '/department-connectors/:connectorId/query',
    summary: '部门查询 Ask a department’s system; who asked what for is recorded, the answer is not kept',
    tag,
    access,
    params: z.object({ connectorId: z.string().regex(/^[a-z0-9-]{2,40}$/) }),
    body: z
      .object({
        parameters: z.record(z.string().max(40), z.string().trim().max(100)),
        purpose: z.enum(queryPurposes),
        orderId: uuid.nullable().default(null),
        contactId: uuid.nullable().default(null).describe('The own contact that lasts; this or the order'),
      })
      .refine(({ orderId, contactId }) => (orderId === null) !== (contactId === null), {
        message: '请说明为哪一个来电或者哪一张工单查询',
        path: ['orderId'],
      }),
    response: departmentAnswer,
  }),
} as const
