import { z } from 'zod'

/** RFC 9457, with the clause that forbids and what is allowed instead. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string().describe('One sentence for the person, in the language asked for'),
    status: z.int(),
    code: z.string().describe('noun.reason'),
    clause: z.string().optional().describe('The clause of the regulation that forbids it'),
    reference: z.string().optional().describe('Number to quote when the fault is ours'),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    allowed: z.array(z.string()).optional().describe('What may be done now instead'),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>
