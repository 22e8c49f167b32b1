export { contactForRecord, linkRequester, openRequesters, openRequestersAt, writtenContact, type ContactForRecord } from './doors.ts'
export { hearTelephony } from './hear.ts'
export { contactModule, type ContactDeps } from './routes.ts'
