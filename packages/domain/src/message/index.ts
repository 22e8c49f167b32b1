export { afterQuietHours, defaultQuietHours, inQuietHours, type QuietHours } from './quiet-hours.ts'
export { isMessageTemplate, messageTemplates, messageText, waitsForMorning, type MessageFacts, type MessageTemplate } from './templates.ts'
