import type { BoardView } from '@open12345/contract/board'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { oldestUnsealed } from '../audit/index.ts'

const patience = { minutes: 10 }

/** What of the outside is down: messages that should have gone ten minutes ago and did not, and those that only a person can decide. */
export const healthOf = (app: App, at: Temporal.Instant): Promise<BoardView['health']> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const { rows } = await sql<{ stuck: number; manual: number }>`
      select count(*) filter (where state in ('waiting', 'sending') and not_before < ${at.subtract(patience)})::int as stuck,
        count(*) filter (where state in ('unknown', 'manual'))::int as manual
      from outbox where authority_id = app.authority() and state in ('waiting', 'sending', 'unknown', 'manual')`.execute(tx)
    const { stuck = 0, manual = 0 } = rows[0] ?? {}
    const unsealed = await oldestUnsealed(tx)
    const sealed = unsealed === undefined || Temporal.Instant.compare(unsealed, at.subtract(patience)) > 0
    return [
      { part: '短信发送', ok: stuck === 0, note: stuck === 0 ? '正常' : `${stuck} 条短信积压超过十分钟` },
      { part: '短信待人工处理', ok: manual === 0, note: manual === 0 ? '无' : `${manual} 条短信结果不明，需人工判断` },
      { part: '审计封存', ok: sealed, note: sealed ? '正常' : '有审计记录超过十分钟未封存' },
    ]
  })
