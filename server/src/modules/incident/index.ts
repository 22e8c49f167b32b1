import { incidentRefusals } from '@open12345/domain/incident'
import type { Tx } from '../../db/transaction.ts'
import type { Mounted } from '../../http/mount.ts'
import { commandEndpoints } from './commands.ts'
import { publicNotices, readEndpoints } from './read.ts'
import { settleIncidents } from './settle.ts'
import { findRow } from './store.ts'

export { publicNotices }

/** What the requester of an order that is handled with it may know. */
export type IncidentOfRequest = { readonly title: string; readonly notice: string | null; readonly over: boolean }

export const incidentOfRequest = async (tx: Tx, incidentId: string): Promise<IncidentOfRequest | null> => {
  const row = await findRow(tx, incidentId)
  return row === undefined ? null : { title: row.title, notice: row.notice_text, over: row.over_at !== null }
}

export const incidentModule: Mounted = {
  name: 'incident',
  endpoints: [...commandEndpoints, ...readEndpoints],
  refusals: incidentRefusals,
  jobs: [{ name: 'incident-answers', everyMs: 5_000, work: settleIncidents }],
}
