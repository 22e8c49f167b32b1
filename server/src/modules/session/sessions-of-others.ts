import type { RouteOutput } from '@open12345/contract/kernel'
import type { sessionRoutes } from '@open12345/contract/session'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor, decideAs } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { endAllSessions, openSessions } from './sessions.ts'

type Routes = typeof sessionRoutes
type Listed = RouteOutput<Routes['listAccountSessions']>

export const listAccountSessions = async (
  { params, actor, at }: Call<Routes['listAccountSessions']>,
  app: App,
): Promise<Decision<Listed>> => {
  const sessions = await asActor(app.database, actor, (tx) => openSessions(tx, params.accountId, at))
  return accept({
    items: sessions.map(({ sessionId, address, createdAt, seenAt }) => ({
      sessionId,
      address,
      createdAt: createdAt.toString(),
      seenAt: seenAt.toString(),
    })),
  })
}

/** At once, wherever they are signed in; signing in again stays open to them. @clause 20-mechanism */
export const endAccountSessions = ({ params, actor, at }: Call<Routes['endAccountSessions']>, app: App): Promise<Decision<null>> =>
  decideAs(app.database, actor, async (tx) => {
    await endAllSessions(tx, params.accountId, at)
    await writeAudit(tx, app, { action: 'session.end-all', subjectIds: [params.accountId] })
    return accept(null)
  })
