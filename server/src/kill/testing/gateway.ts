import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../../journey/testing/random.ts'

/** busy: certainly not taken. Everything else may have been. */
type Behaviour = 'taken' | 'late' | 'busy' | 'fault' | 'reset' | 'silent'
export type Receipt = { readonly key: string; readonly behaviour: Behaviour }
export type Gateway = {
  readonly url: string
  readonly receipts: readonly Receipt[]
  /** From now on every message is taken at once. */
  readonly behaveWell: () => void
  readonly close: () => Promise<void>
}

const moods: readonly Behaviour[] = [
  ...Array<Behaviour>(24).fill('taken'),
  ...Array<Behaviour>(3).fill('late'),
  ...Array<Behaviour>(2).fill('busy'),
  'fault',
  'reset',
  'silent',
]

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

const answer = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ id: `gw-${status}` }))
}

/** An SMS gateway with moods, which writes down every key that it was handed. */
export const openGateway = async (chance: Chance): Promise<Gateway> => {
  const receipts: Receipt[] = []
  let isMoody = true
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { key } = JSON.parse(await textOf(request)) as { readonly key: string }
    if (request.headers['idempotency-key'] !== key) throw new Error('the header names another key')
    const behaviour = isMoody ? chance.pick(moods) : 'taken'
    receipts.push({ key, behaviour })
    if (behaviour === 'late') await pause(300 + chance.below(1_500))
    if (behaviour === 'reset') request.socket.destroy()
    else if (behaviour !== 'silent') answer(response, { busy: 503, fault: 500, taken: 200, late: 200 }[behaviour])
  }
  // A sender that is killed while it speaks has said nothing.
  const server = createServer((request, response) => void take(request, response).catch(() => request.socket.destroy()))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    receipts,
    behaveWell: () => void (isMoody = false),
    close,
  }
}
