import type { PersonFacts } from '@open12345/domain/work-order'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import { instantText } from './context.ts'

/** Somebody who is named for a sealed order, or can be; with the name and the units that they are picked by. */
export type KnownPerson = PersonFacts & { readonly accountId: string; readonly name: string; readonly unitNames: readonly string[] }
export type KnownPeople = ReadonlyMap<string, KnownPerson>

/** Who works here at that instant, with the roles and units in force, as `app.signed_in` reads them of whoever signs in. */
export const peopleWhere = async (tx: Tx, at: Temporal.Instant, condition: RawBuilder<unknown>): Promise<KnownPeople> => {
  const { rows } = await sql<KnownPerson>`
    select p.account_id as "accountId", p.name, p.outsourced, p.roles, p.unit_names as "unitNames",
      array(select app.unit_subtree(p.authority_id, p.units)) as "unitIds",
      array(select app.unit_path(p.authority_id, p.units)) as "unitPathIds"
    from (
      select a.authority_id, a.account_id, a.name, a.outsourced, array_agg(distinct g.role) as roles, array_agg(distinct g.unit_id) as units,
        array_agg(distinct u.name) as unit_names
      from account a
        join role_grant g on g.authority_id = a.authority_id and g.account_id = a.account_id and app.grant_in_force(g, ${instantText(at)}::timestamptz)
        join unit u on u.authority_id = g.authority_id and u.unit_id = g.unit_id
      where a.authority_id = app.authority() and a.disabled_at is null
      group by a.authority_id, a.account_id, a.name, a.outsourced
    ) as p
    where ${condition}`.execute(tx)
  return new Map(rows.map((row) => [row.accountId, row]))
}

export const peopleOf = async (tx: Tx, accountIds: readonly string[], at: Temporal.Instant): Promise<KnownPeople> =>
  accountIds.length === 0 ? new Map() : peopleWhere(tx, at, sql`p.account_id = any(${[...new Set(accountIds)]}::uuid[])`)
