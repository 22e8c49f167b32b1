import { auditRoutes } from '@open12345/contract/audit'
import { mount, mountPage, type Mounted } from '../../http/mount.ts'
import { exportDay, listSignedDays, publicKey } from './day-file.ts'
import { exportAudit, readAudit } from './read-audit.ts'
import { auditRefusals } from './refusals.ts'
import { countOwnReveals, listWarnings, settleWarning } from './warnings.ts'
import { watchReading } from './watch.ts'
import { sealAudit } from './seal.ts'
import { signDays } from './sign-day.ts'

export { oldestUnsealed, sealAudit } from './seal.ts'
export { sealWords } from './words.ts'
export { writeAudit, writeReading, type AuditEntry } from './write.ts'

const access = { kind: 'staff', action: 'audit.read' } as const

export const auditModule: Mounted = {
  name: 'audit',
  endpoints: [
    mount(auditRoutes.readAudit, readAudit),
    mount(auditRoutes.listSignedDays, listSignedDays),
    mount(auditRoutes.listWarnings, listWarnings),
    mount(auditRoutes.readWarnings, listWarnings),
    mount(auditRoutes.settleWarning, settleWarning),
    mount(auditRoutes.countOwnReveals, countOwnReveals),
    mountPage({ method: 'GET', path: '/api/v1/audit/export', access, handler: exportAudit }),
    mountPage({ method: 'GET', path: '/api/v1/audit/days/:day/file', access, handler: exportDay }),
    mountPage({ method: 'GET', path: '/api/v1/audit/public-key', access, handler: publicKey }),
  ],
  refusals: auditRefusals,
  jobs: [
    { name: 'audit-seal', everyMs: 3000, work: async (app) => void (await sealAudit(app)) },
    { name: 'audit-sign-day', everyMs: 60_000, work: async (app) => void (await signDays(app)) },
    { name: 'audit-watch', everyMs: 300_000, work: async (app) => void (await watchReading(app)) },
  ],
}
