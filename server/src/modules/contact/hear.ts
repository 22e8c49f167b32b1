import { sql } from 'kysely'
import type { TelephonyEvent, TelephonyPort } from '@open12345/domain/telephony'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { announceContact } from '../live/index.ts'

/** The caller hung up: the line is closed, the form may still be finished. */
const callerLeft = async (app: App, { leg, at }: Extract<TelephonyEvent, { readonly type: 'ended' }>): Promise<void> => {
  const { rows } = await asActor(app.database, systemActor(app.config.authorityId), (tx) =>
    sql<{ account_id: string }>`update contact set state = 'ended', ended_at = ${at}
      where authority_id = app.authority() and leg = ${leg} and state in ('ringing', 'talking') returning account_id`.execute(tx),
  )
  for (const { account_id: accountId } of rows) announceContact(app, accountId)
}

/** Writes down what the switch tells. The answer stops listening. */
export const hearTelephony = (app: App, port: TelephonyPort): (() => void) =>
  port.on((event) => {
    if (event.type !== 'ended' || event.by === 'us') return
    callerLeft(app, event).catch((error: unknown) =>
      app.log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'the end of a call was not written down'),
    )
  })
