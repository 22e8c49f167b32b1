import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'

/** Subjects in places that were changed at the desk, as `waste 513401`: the folder leaves all their entries alone. The authority is named outright: the owner's login passes by row-level security. */
export const pairsOfDesk = async (tx: Tx, authorityId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ pair: string }>`select distinct subject || ' ' || place_code as pair from responsibility
    where authority_id = ${authorityId} and (brought_by is not null or ended_by is not null) order by 1`.execute(tx)
  return rows.map(({ pair }) => pair)
}
