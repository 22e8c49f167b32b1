import type { SmsPort } from './port.ts'

/** Numbers that end so take calls and no messages: what becomes of a message that cannot be sent is seen without a gateway. */
export const unreachableEnding = '4040'

/** Sends nothing: what was written is read on the messages page, and a reply typed there comes in by the door of all replies. */
export const simulatedSms: SmsPort = {
  name: 'simulator',
  deduplicates: true,
  send: async ({ key, to }) =>
    to.endsWith(unreachableEnding)
      ? { kind: 'rejected', reason: 'unreachable', again: false }
      : { kind: 'sent', providerId: `simulated:${key}` },
}
