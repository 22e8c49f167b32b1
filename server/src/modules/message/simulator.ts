import type { SmsPort } from './port.ts'

/** Sends nothing: what was written is read on the messages page, and a reply typed there comes in by the door of all replies. */
export const simulatedSms: SmsPort = {
  name: 'simulator',
  deduplicates: true,
  send: async ({ key }) => ({ kind: 'sent', providerId: `simulated:${key}` }),
}
