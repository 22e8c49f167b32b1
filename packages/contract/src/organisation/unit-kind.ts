import { z } from 'zod'

export const unitKind = z.enum(['centre', 'office', 'county', 'department', 'enterprise', 'township', 'section', 'sub-centre'])
export type UnitKind = z.infer<typeof unitKind>
