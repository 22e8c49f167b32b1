import { channelLabels, closureKindLabels, declineGroundLabels, kindLabels, stageLabels } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Played } from './simulate.ts'

type Count = { readonly code: string | null; readonly count: number }
type Labels = Readonly<Record<string, { readonly zh: string }>>

const counted = async (tx: Tx, column: 'kind' | 'channel' | 'closure_kind' | 'stage'): Promise<readonly Count[]> => {
  const { rows } = await sql<Count>`select ${sql.ref(column)} as code, count(*)::integer as count from work_order
    where authority_id = app.authority() group by 1 order by 2 desc, 1`.execute(tx)
  return rows
}

const declinedBy = async (tx: Tx): Promise<readonly Count[]> => {
  const { rows } = await sql<Count>`select event->>'ground' as code, count(*)::integer as count from work_order_event
    where authority_id = app.authority() and type = 'declined' group by 1 order by 1`.execute(tx)
  return rows
}

const between = {
  'verification-asked': '核实',
  'return-asked': '退回',
  'return-refused': '裁定不予退回',
  'extension-asked': '申请延期',
  'extension-granted': '同意延期',
  'coordination-asked': '专题协调',
  'passed-on': '内部交办',
  'opinion-given': '协办',
  'unit-withdrawn': '撤换单位',
} as const

/** Urgent matters, incidents, and what came after the answer. */
const besides = {
  'reported-to-office': '报告州政府办公室',
  'marked-urgent': '受理后定为紧急',
  'joined-incident': '并入事件',
  explained: '单位解释',
  'rating-disputed': '评价异议',
  marked: '标注类别',
  reopened: '重新办理',
  'repeat-linked': '重复诉求',
  'termination-proposed': '提请终结',
} as const

type Rates = {
  readonly in_time: number
  readonly delivered: number
  readonly overdue: number
  readonly rated: number
  readonly satisfied: number
  readonly redone: number
}

/** Told to the requester in time, of all that was told or is overdue; satisfaction among those who said anything. */
const rates = async (tx: Tx): Promise<Rates> => {
  const { rows } = await sql<Rates>`select
      (select count(*)::integer from work_order_clock where authority_id = app.authority() and kind in ('handle', 'redo') and outcome = 'met') as in_time,
      (select count(*)::integer from work_order_clock where authority_id = app.authority() and kind in ('handle', 'redo') and outcome in ('met', 'late')) as delivered,
      (select count(*)::integer from work_order_clock where authority_id = app.authority() and kind in ('handle', 'redo') and outcome = 'breached') as overdue,
      (select count(*)::integer from work_order_event where authority_id = app.authority() and (type = 'rated'
        or type = 'followed-up' and event->>'outcome' in ('satisfied', 'basically-satisfied', 'dissatisfied'))) as rated,
      (select count(*)::integer from work_order_event where authority_id = app.authority() and (type = 'rated' and event->>'result' <> 'dissatisfied'
        or type = 'followed-up' and event->>'outcome' in ('satisfied', 'basically-satisfied'))) as satisfied,
      (select count(*)::integer from work_order where authority_id = app.authority() and round > 1) as redone`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a query of counts has no row')
  return row
}

/** How many orders these happened to, and their share of those that were sent to units. */
const happenedTo = async (tx: Tx, what: Readonly<Record<string, string>>): Promise<string> => {
  const { rows } = await sql<{
    type: string
    orders: number
  }>`select type, count(distinct order_id)::integer as orders from work_order_event
    where authority_id = app.authority() and type = any(${['dispatched', ...Object.keys(what)]}) group by type`.execute(tx)
  const of = (type: string): number => rows.find((row) => row.type === type)?.orders ?? 0
  const counts = Object.entries(what).map(([type, name]) => `${name} ${of(type)}（${share(of(type), of('dispatched'))}）`)
  return `派单 ${of('dispatched')} 件；${counts.join('，')}`
}

const share = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`)
const listed = (title: string, counts: readonly Count[], labels: Labels): string => {
  const whole = counts.reduce((sum, { count }) => sum + count, 0)
  const parts = counts.map(({ code, count }) => `${code === null ? '未定' : (labels[code]?.zh ?? code)} ${count}（${share(count, whole)}）`)
  return `${title}：${parts.length === 0 ? '—' : parts.join('，')}`
}
const grounds: Labels = Object.fromEntries(Object.keys(declineGroundLabels).map((code) => [code, { zh: `第九条（${code.slice(2)}）` }]))

const refusedCommands = ({ town }: Played): string => {
  const refused = town.diary.entries().filter(({ outcome }) => outcome.startsWith('refused:'))
  const byCode = Map.groupBy(refused, ({ command, outcome }) => `${command} ${outcome.slice('refused:'.length)}`)
  return `被规则拒绝的步骤：${refused.length}${[...byCode].map(([what, all]) => `\n  ${what} ${all.length}`).join('')}`
}

/** What became of the month, for the terminal. */
export const summaryOf = (app: App, played: Played): Promise<string> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const closures = await counted(tx, 'closure_kind')
    const orders = closures.reduce((sum, { count }) => sum + count, 0)
    const direct = closures.find(({ code }) => code === 'answered-directly')?.count ?? 0
    const { in_time: inTime, delivered, overdue, rated, satisfied, redone } = await rates(tx)
    const seconds = played.ms / 1000
    return [
      `工单 ${orders} 件，步骤 ${played.commands} 次，用时 ${seconds.toFixed(1)} 秒（每秒 ${(played.orders / seconds).toFixed(0)} 件、${(played.commands / seconds).toFixed(0)} 步）`,
      listed('类别', await counted(tx, 'kind'), kindLabels),
      listed('渠道', await counted(tx, 'channel'), channelLabels),
      listed('阶段', await counted(tx, 'stage'), stageLabels),
      listed(
        '办结方式',
        closures.filter(({ code }) => code !== null),
        closureKindLabels,
      ),
      listed('不予受理', await declinedBy(tx), grounds),
      `直接解答率 ${share(direct, orders)}；按时办结率 ${share(inTime, delivered + overdue)}（按时 ${inTime}，已答复 ${delivered}，逾期未答复 ${overdue}）；` +
        `满意率 ${share(satisfied, rated)}（有评价 ${rated}）；重办 ${redone} 件`,
      await happenedTo(tx, between),
      await happenedTo(tx, besides),
      refusedCommands(played),
      `摘要 digest ${played.digest}`,
      '',
    ].join('\n')
  })
