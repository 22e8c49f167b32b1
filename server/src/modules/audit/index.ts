export { sealAudit } from './seal.ts'
export { openWords, sealWords } from './words.ts'
export { writeAudit, type AuditEntry } from './write.ts'
