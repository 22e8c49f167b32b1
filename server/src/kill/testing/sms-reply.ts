import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sign } from '../../modules/message/signature.ts'
import type { Line } from './ask.ts'
import type { Receipt } from './gateway.ts'

/** The gateway's side of a citizen's phone. */
export type Phone = {
  readonly line: Line
  readonly receipts: readonly Receipt[]
  readonly now: () => Temporal.Instant
  readonly secret: string
}

const looks = 100

const wasAsked = ({ receipts }: Phone, orderId: string): boolean =>
  receipts.some(({ key }) => key.startsWith(`${orderId}:`) && key.endsWith(':follow-up:requester'))

/** False: the question did not come within some seconds, and nobody answers. */
export const untilAsked = async (phone: Phone, orderId: string): Promise<boolean> => {
  for (let looked = 0; looked < looks; looked++, await pause(100)) if (wasAsked(phone, orderId)) return true
  return false
}

/** Hands the reply in until it is acknowledged, signed anew where that took too long; the answer says whether it was taken. */
export const handIn = async ({ line, now, secret }: Phone, messageId: string, from: string, text: string): Promise<boolean> => {
  for (;;) {
    const fields = { messageId, from, text, at: now().toString() }
    const body = { ...fields, ...sign({ secret, algorithm: 'sm3' }, fields, now(), randomUUID()) }
    const { status, body: said } = await line.ask('POST', '/sms/replies', { body })
    if (status === 200) return said['taken'] === true
    if (said['code'] !== 'sms.too-old') throw new Error(`reply: ${status} ${JSON.stringify(said)}`)
  }
}
