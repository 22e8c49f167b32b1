import type { BoardView } from '@open12345/contract/board'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import type { Language } from '../../http/call.ts'
import { asActor } from '../../db/transaction.ts'
import { oldestUnsealed } from '../audit/index.ts'
import { modelAnswers } from '../model/index.ts'

const patience = { minutes: 10 }
const countedTo = 100
const bounded = (count: number): string => (count < countedTo ? String(count) : `${countedTo - 1}+`)

/** What of the outside is down: messages that should have gone ten minutes ago and did not, and those that only a person can decide. */
export const healthOf = (app: App, at: Temporal.Instant, language: Language): Promise<BoardView['health']> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const { rows } = await sql<{ stuck: number; manual: number }>`
      select (select count(*)::int from (select from outbox where authority_id = app.authority() and state in ('waiting', 'sending')
          and not_before < ${at.subtract(patience)} limit ${countedTo}) as late) as stuck,
        (select count(*)::int from (select from outbox where authority_id = app.authority() and state in ('unknown', 'manual')
          limit ${countedTo}) as doubtful) as manual`.execute(tx)
    const { stuck = 0, manual = 0 } = rows[0] ?? {}
    const unsealed = await oldestUnsealed(tx)
    const drafts = await modelAnswers(tx, at)
    const sealed = unsealed === undefined || Temporal.Instant.compare(unsealed, at.subtract(patience)) > 0
    const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
    const fine = say('正常', 'As it should be')
    return [
      {
        part: say('短信发送', 'Messages going out'),
        ok: stuck === 0,
        note: stuck === 0 ? fine : say(`${bounded(stuck)} 条短信积压超过十分钟`, `${bounded(stuck)} have waited for more than ten minutes`),
      },
      {
        part: say('短信待人工处理', 'Messages for a person to decide'),
        ok: manual === 0,
        note:
          manual === 0
            ? say('无', 'None')
            : say(`${bounded(manual)} 条短信结果不明，需人工判断`, `Nobody knows what became of ${bounded(manual)}`),
      },
      {
        part: say('审计封存', 'Sealing of the audit'),
        ok: sealed,
        note: sealed ? fine : say('有审计记录超过十分钟未封存', 'Records have waited for more than ten minutes'),
      },
      ...(drafts === undefined
        ? []
        : [
            {
              part: say('模型拟稿', 'Drafts by a model'),
              ok: drafts,
              note: drafts ? fine : say('模型没有应答，请直接起草', 'The model does not answer; write without it'),
            },
          ]),
    ]
  })
