import type { EmbeddedDatabase } from '../server/src/db/embedded/index.ts'
import { openPool } from '../server/src/db/pool.ts'
import { openerOf } from '../server/src/modules/identity/envelope.ts'
import { withApp } from './populate.ts'

export type Samples = { readonly phones: readonly string[]; readonly orderIds: readonly string[] }

const many = 200

type Row = { readonly order_id: string; readonly requester_id: string; readonly wrapped_key: Buffer; readonly phone_sealed: Buffer }

/** Orders here and there in time, with their history, and the numbers of those who called. */
export const takeSamples = (folder: string, database: EmbeddedDatabase): Promise<Samples> =>
  withApp(folder, database, async (app) => {
    const owner = openPool({ url: database.ownerUrl, max: 1 })
    try {
      const { rows } = await owner.query<Row>(
        `with newest as (select authority_id, order_id, row_number() over (order by order_id desc) as place from work_order_key),
           spread as (select * from newest where place % greatest(1, (select max(place) from newest) / ${2 * many}) = 0)
         select s.order_id, r.requester_id, r.wrapped_key, r.phone_sealed
         from spread s join work_order o using (authority_id, order_id) join vault.requester r using (requester_id)
         where o.number < '99' and r.phone_sealed is not null
         order by s.place`,
      )
      return {
        orderIds: rows.map(({ order_id }) => order_id),
        phones: rows.map(
          ({ requester_id, wrapped_key, phone_sealed }) => openerOf(app, wrapped_key, requester_id)('phone', phone_sealed) ?? '',
        ),
      }
    } finally {
      await owner.end()
    }
  })
