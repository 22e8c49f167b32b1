import { setTimeout as pause } from 'node:timers/promises'
import type { EventType } from '@open12345/domain/work-order'
import type { Answer, Line } from './ask.ts'
import type { Ledger } from './ledger.ts'
import type { Desk, People } from './people.ts'
import { handIn, untilAsked, type Phone } from './sms-reply.ts'

const place = { county: '513401', township: null }
const classified = { kind: 'help', subject: 'water-supply', place }
const purpose = { reason: 'verify-matter', words: '核实报修地点' }

export type Load = {
  readonly line: Line
  readonly phone: Phone
  readonly people: People
  readonly ledger: Ledger
  readonly isOver: () => boolean
}

const phoneOf = (running: number): string => `139${String(running).padStart(8, '0')}`

/** Anything but a yes is a finding: nobody else works on this order. */
const granted = <T extends Answer>(what: string, answer: T): T => {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}

type Mine = { readonly number: string; readonly token: string }

const file = async ({ line, ledger }: Load, running: number): Promise<Mine> => {
  const body = { ...classified, content: `第${running}户停水，请派人查看。`, name: '测试人', phone: phoneOf(running) }
  const filed = granted('file', await line.command('/requests', { body }))
  const { number, token } = filed.body as Mine
  ledger.commands.push({ key: filed.key, event: 'recorded', number, version: undefined })
  return { number, token }
}

const orderIdOf = async ({ people }: Load, { number }: Mine): Promise<string> => {
  const found = granted('search', await people.dispatcher.ask('GET', `/orders/search?text=${number}`))
  const [order] = (found.body as { readonly items: readonly { readonly orderId: string }[] }).items
  if (order === undefined) throw new Error(`${number} was acknowledged and is not found`)
  return order.orderId
}

/** The rating goes in by the door of all replies; its key is the gateway's. */
const repliesBySms = async ({ phone, ledger }: Load, { number }: Mine, running: number, orderId: string): Promise<void> => {
  if (!(await untilAsked(phone, orderId))) return
  const messageId = `mo-${running}`
  if (!(await handIn(phone, messageId, phoneOf(running), '1'))) throw new Error(`the reply to ${number} was taken for a stranger's`)
  ledger.commands.push({ key: `sms-reply:${messageId}`, event: 'rated', number, version: undefined })
}

/** One matter from its filing to its rating: eight commands by six people, one look at who asks. */
const live = async (load: Load, running: number): Promise<void> => {
  const { line, people, ledger } = load
  const mine = await file(load, running)
  const orderId = await orderIdOf(load, mine)
  const path = `/orders/${orderId}`
  const acknowledged = (event: EventType, done: Answer & { readonly key: string }): void => {
    const { key, body } = granted(event, done)
    ledger.commands.push({ key, event, number: mine.number, version: Number(body['version']) })
  }
  const does = async (desk: Desk, step: string, event: EventType, body: object = {}): Promise<void> =>
    acknowledged(event, await desk.command(`${path}/${step}`, body))
  const says = async (step: string, event: EventType, body: object): Promise<void> =>
    acknowledged(event, await line.command(`/requests/mine/${step}`, { body, token: mine.token }))

  await does(people.seat, 'accept', 'accepted', classified)
  await says('facts', 'facts-added', { content: `补充：${running}` })
  await does(people.dispatcher, 'dispatch', 'dispatched', { unitId: 'housing', principle: 'duty', note: '请尽快' })
  await does(people['clerk-housing'], 'sign', 'signed')
  granted('reveal', await people['handler-housing'].ask('POST', `${path}/reveal`, purpose))
  ledger.reveals.push(mine.number)
  await does(people['handler-housing'], 'draft', 'reply-drafted', { reply: '已恢复供水。', internal: '现场照片已存档。' })
  await does(people['reviewer-housing'], 'approve', 'reply-approved')
  await does(people['handler-housing'], 'deliver', 'reply-delivered', { way: 'sms' })
  if (running % 3 === 0) await repliesBySms(load, mine, running, orderId)
  else await says('rating', 'rated', { result: 'satisfied', words: '很快' })
}

type Listed = { readonly items: readonly { readonly messageId: string; readonly state: string }[]; readonly next: string | null }

/** A person decides on what the program may not repeat by itself. */
export const decideUnknown = async ({ people, ledger }: Pick<Load, 'people' | 'ledger'>, mostPages: number): Promise<void> => {
  let after = ''
  for (let pages = 0; pages < mostPages; pages++) {
    const page = granted('messages', await people['follow-up'].ask('GET', `/messages?limit=100${after}`)).body as unknown as Listed
    for (const { messageId, state } of page.items) {
      if (state !== 'unknown') continue
      const { status } = await people['follow-up'].ask('POST', `/messages/${messageId}/decision`, { decision: 'send-again' })
      if (status < 300) ledger.decisions.push(messageId)
    }
    if (page.next === null) return
    after = `&after=${page.next}`
  }
}

/** Several citizens at once until it is over; each matter that was begun is brought to its end. */
export const putLoad = async (load: Load, citizens: number): Promise<void> => {
  let running = 0
  const citizen = async (): Promise<void> => {
    while (!load.isOver()) await live(load, running++)
  }
  const decider = async (): Promise<void> => {
    for (; !load.isOver(); await pause(500)) await decideUnknown(load, 1)
  }
  await Promise.all([decider(), ...Array.from({ length: citizens }, citizen)])
}
