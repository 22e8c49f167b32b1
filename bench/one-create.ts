import { Kysely } from 'kysely'
import { assemble } from '../server/src/assembly.ts'
import type { EmbeddedDatabase } from '../server/src/db/embedded/index.ts'
import { HurriedDialect } from '../server/src/db/dialect.ts'
import { openPool } from '../server/src/db/pool.ts'
import type { Database } from '../server/src/db/transaction.ts'
import { buildServer } from '../server/src/http/server.ts'
import { readSmsSettings } from '../server/src/modules/message/index.ts'
import type { Ask } from './ask.ts'
import { create, seatOf } from './lifecycle.ts'
import { withApp } from './populate.ts'
import { signIn } from './people.ts'
import type { Statement } from './statements.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type OneCreate = { readonly statements: readonly Statement[]; readonly kept: ReadonlySet<string> }

/**
 * What one create asks of the database, as the program sends it; without linking the requester to the call, for which a thousand creates on one
 * call would queue up. `kept`: ids that were there before, so that they stay when the statements are run again.
 */
export const statementsOfOneCreate = (folder: string, database: EmbeddedDatabase): Promise<OneCreate> =>
  withApp(folder, database, async (app) => {
    const heard: Statement[] = []
    const pool = openPool({ url: database.serverUrl, max: 2 })
    const listening: Database = new Kysely({
      dialect: new HurriedDialect({ pool }),
      log: ({ query }) => void heard.push({ text: query.sql, values: query.parameters }),
    })
    const { modules, gate } = assemble(readSmsSettings({}))
    const server = await buildServer({ app: { ...app, database: listening }, modules, gate })
    try {
      const ask: Ask = async (method, path, body, cookie) => {
        const answer = await server.inject({
          method,
          url: `/api/v1${path}`,
          headers: cookie === undefined ? {} : { cookie },
          ...(body === undefined ? {} : { payload: body }),
        })
        const set = answer.headers['set-cookie']
        return { status: answer.statusCode, body: answer.json(), cookie: String(set ?? '').split(';')[0], bytes: answer.rawPayload.length }
      }
      const seat = seatOf(await signIn(ask, 'seat-6'))
      await create(seat)
      const kept = new Set(
        heard.flatMap(({ values }) => values.filter((value): value is string => typeof value === 'string' && uuid.test(value))),
      )
      heard.length = 0
      await create(seat)
      const statements = heard.filter(({ text }) => !['begin', 'commit'].includes(text) && !/^\s*update contact/.test(text))
      return { statements, kept }
    } finally {
      await server.close()
      await pool.end()
    }
  })
