import { auditRoutes } from '@open12345/contract/audit'
import { mount, mountPage, type Mounted } from '../../http/mount.ts'
import { exportDay, listSignedDays, publicKey } from './day-file.ts'
import { readAudit } from './read-audit.ts'
import { auditRefusals } from './refusals.ts'
import { sealAudit } from './seal.ts'
import { signDays } from './sign-day.ts'

export { oldestUnsealed, sealAudit } from './seal.ts'
export { sealWords } from './words.ts'
export { writeAudit, type AuditEntry } from './write.ts'

const access = { kind: 'staff', action: 'audit.read' } as const

export const auditModule: Mounted = {
  name: 'audit',
  endpoints: [
    mount(auditRoutes.readAudit, readAudit),
    mount(auditRoutes.listSignedDays, listSignedDays),
    mountPage({ method: 'GET', path: '/api/v1/audit/days/:day/file', access, handler: exportDay }),
    mountPage({ method: 'GET', path: '/api/v1/audit/public-key', access, handler: publicKey }),
  ],
  refusals: auditRefusals,
  jobs: [
    { name: 'audit-seal', everyMs: 3000, work: async (app) => void (await sealAudit(app)) },
    { name: 'audit-sign-day', everyMs: 60_000, work: async (app) => void (await signDays(app)) },
  ],
}
