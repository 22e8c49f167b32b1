import type { App } from '../app.ts'
import { newId } from '../db/ids.ts'

export type Incident = {
  readonly code: string
  readonly route: string
  readonly status: number
  readonly ip: string
  readonly authorityId: string
  readonly accountId: string | undefined
}

/** Written after the answer is out, so that nobody waits for it; `settled` is awaited when the server stops. */
export type SecurityLog = { readonly record: (incident: Incident) => void; readonly settled: () => Promise<void> }

export const securityLogOf = (app: App): SecurityLog => {
  const pending = new Set<Promise<void>>()
  const insert = async ({ code, route, status, ip, authorityId, accountId }: Incident): Promise<void> => {
    const at = app.clock.now()
    await app.database
      .insertInto('security_log')
      .values({
        security_log_id: newId(at),
        authority_id: authorityId,
        at,
        code,
        route,
        status,
        address_hash: app.keyring.keyedHash('address', ip),
        account_id: accountId ?? null,
      })
      .execute()
  }
  const record = (incident: Incident): void => {
    const writing = insert(incident)
      .catch(() => app.log.error({ code: incident.code, route: incident.route }, 'the security log could not be written'))
      .finally(() => pending.delete(writing))
    pending.add(writing)
  }
  return { record, settled: async () => void (await Promise.all(pending)) }
}
