import { may, scopeOf } from '@open12345/domain/authority'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import type { Credentials, Gate, Signed } from '../../http/access.ts'
import { idleMinutes, sessionCookie, tokenHash } from './token.ts'

type Row = {
  readonly account_id: string
  readonly name: string
  readonly outsourced: boolean
  readonly roles: readonly string[]
  readonly unit_ids: readonly string[]
  readonly unit_path_ids: readonly string[]
  readonly requester_ids: readonly string[]
}

const readRow = async (app: App, token: string): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`select * from app.signed_in(${app.config.authorityId}, ${tokenHash(app, token)}, ${app.clock.now()},
    make_interval(mins => ${idleMinutes}))`.execute(app.database)
  return rows[0]
}

const signedOf = (authorityId: string, row: Row): Signed => {
  const actor: Actor = {
    authorityId,
    scope: scopeOf(row.roles),
    accountId: row.account_id,
    roles: row.roles,
    unitIds: row.unit_ids,
    unitPathIds: row.unit_path_ids,
    requesterIds: row.requester_ids,
  }
  return {
    accountId: row.account_id,
    personName: row.name,
    roles: row.roles,
    outsourced: row.outsourced,
    unitIds: row.unit_ids,
    unitPathIds: row.unit_path_ids,
    authorityId,
    actor,
  }
}

/** Who asks, by the cookie. For a seat also whose contacts are open there now. */
export const authenticate: Gate['authenticate'] = async (credentials: Credentials, app: App) => {
  const token = credentials.cookie(sessionCookie)
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined
  const row = await readRow(app, token)
  return row === undefined ? undefined : signedOf(app.config.authorityId, row)
}

/** What the gate asks of the authority matrix. */
export const mayAct: Gate['may'] = (signed, action) => may(signed, action)
