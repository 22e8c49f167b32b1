export { secondsToNextAttempt } from './attempts.ts'
export { afterQuietHours, defaultQuietHours, inQuietHours, type QuietHours } from './quiet-hours.ts'
export { readReply, type ReplyReading } from './read-reply.ts'
export { messageRefusals, type MessageRefusalCode } from './refusals.ts'
export { settleReply, type Question, type Settlement } from './settle-reply.ts'
export {
  isMessageTemplate,
  messageTemplates,
  messageText,
  sealedNumber,
  waitsForMorning,
  type MessageFacts,
  type MessageTemplate,
} from './templates.ts'
