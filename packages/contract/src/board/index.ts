import { z } from 'zod'
import { instant, route } from '../kernel/index.ts'
import { kind, orderRow, stage } from '../work-order/index.ts'

/** The centre's board: what is near or over due, and today's numbers. On-time share counts open overdue orders as late. */
export const boardView = z
  .object({
    at: instant,
    stages: z.array(z.object({ stage, count: z.int() })),
    overdue: z.array(orderRow).describe('The most pressing of them'),
    overdueCount: z.int().describe('99 or fewer; 100 means more'),
    nearDue: z.array(orderRow).describe('The most pressing of them'),
    nearDueCount: z.int().describe('99 or fewer; 100 means more'),
    today: z.object({
      recorded: z.int(),
      accepted: z.int(),
      answeredDirectly: z.int(),
      declined: z.int(),
      dispatched: z.int(),
      delivered: z.int(),
      closed: z.int(),
    }),
    byHour: z.array(z.object({ hour: z.int(), count: z.int() })),
    byKind: z.array(z.object({ kind, count: z.int() })),
    /** Last 30 days: answered in time ÷ (answered + open overdue). For a unit by its own clocks: co-signing and assisting count for whoever does it. */
    onTime: z.object({ inTime: z.int(), of: z.int() }),
    satisfaction: z.object({ satisfied: z.int(), of: z.int(), unanswered: z.int() }).describe('Last 30 days, raw: every rating'),
    evaluated: z
      .object({ satisfied: z.int(), of: z.int() })
      .describe('13-3c, 13-3d: the same without what was screened out, mediation and law enforcement; shown beside the raw one, always'),
    actsMissing: z
      .int()
      .nullable()
      .describe('12-4: special and emergency orders that still lack a report, a call or the dispatch; 100 means more; null for a unit'),
    returns: z
      .object({ late: z.int(), of: z.int() })
      .nullable()
      .describe('12-2c: returns of the last 30 days, and how many came late; null for a unit'),
    health: z.array(z.object({ part: z.string(), ok: z.boolean(), note: z.string() })),
  })
  .meta({ id: 'Board' })
export type BoardView = z.infer<typeof boardView>

export const boardRoutes = {
  readBoard: route({
    method: 'GET',
    path: '/board',
    summary: '运行看板 The centre’s board',
    tag: 'board',
    access: { kind: 'staff', action: 'board.read' },
    response: boardView,
  }),
  readFigures: route({
    method: 'GET',
    path: '/machine/board',
    summary: '运行数字 The centre’s figures for an outside system: counts, and no order behind them',
    tag: 'board',
    access: { kind: 'machine', scope: 'board-figures' },
    response: boardView.omit({ overdue: true, nearDue: true, health: true }).meta({ id: 'BoardFigures' }),
  }),
} as const
