import { auditRoutes } from '@open12345/contract/audit'
import { mount, type Mounted } from '../../http/mount.ts'
import { readAudit } from './read-audit.ts'
import { sealAudit } from './seal.ts'

export { oldestUnsealed, sealAudit } from './seal.ts'
export { sealWords } from './words.ts'
export { writeAudit, type AuditEntry } from './write.ts'

export const auditModule: Mounted = {
  name: 'audit',
  endpoints: [mount(auditRoutes.readAudit, readAudit)],
  jobs: [{ name: 'audit-seal', everyMs: 3000, work: async (app) => void (await sealAudit(app)) }],
}
