export { contactForRecord, linkRequester, writtenContact, type ContactForRecord } from './doors.ts'
export { hearTelephony } from './hear.ts'
export { contactModule } from './routes.ts'
export { moveContact, openContact } from './seat.ts'
