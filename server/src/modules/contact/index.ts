export { contactForRecord, linkRequester, openRequesters, writtenContact, type ContactForRecord } from './doors.ts'
