import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'
import type { Connector } from '../organisation/index.ts'

/** The systems that one of these roles may ask, in the folder's order. */
export const connectorsFor = async (tx: Tx, roles: readonly string[]): Promise<readonly Connector[]> => {
  const { rows } = await sql<{ definition: Connector }>`
    select definition from department_connector where authority_id = app.authority() and closed_on is null order by rank`.execute(tx)
  return rows.map(({ definition }) => definition).filter(({ usedBy }) => usedBy.some((role) => roles.includes(role)))
}
