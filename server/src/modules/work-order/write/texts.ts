import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import { newId } from '../../../db/ids.ts'
import type { Tx } from '../../../db/transaction.ts'

/** Words that a command brings: kept under the order's key when the command is accepted; the command itself carries their ids only. */
export type NewText = { readonly textId: string; readonly role: string; readonly text: string }
export type Words = {
  readonly put: (role: string, text: string) => string
  readonly putIf: (role: string, text: string | null) => string | null
  readonly taken: readonly NewText[]
}

export const newWords = (at: Temporal.Instant): Words => {
  const taken: NewText[] = []
  const put = (role: string, text: string): string => {
    const textId = newId(at)
    taken.push({ textId, role, text })
    return textId
  }
  return { put, putIf: (role, text) => (text === null ? null : put(role, text)), taken }
}

const contextOf = (orderId: string, textId: string): string => `work_order_text/${orderId}/${textId}`

export const newOrderKey = async (tx: Tx, app: App, authorityId: string, orderId: string): Promise<Buffer> => {
  const { key, wrapped } = app.keyring.newDataKey()
  await tx.insertInto('work_order_key').values({ authority_id: authorityId, order_id: orderId, wrapped_key: wrapped }).execute()
  return key
}

/** The data key of an order that the actor may see. Refuses `work-order.not-found`, also after the key was destroyed. */
export const orderKey = async (tx: Tx, app: App, orderId: string): Promise<Decision<Buffer>> => {
  const row = await tx.selectFrom('work_order_key').select('wrapped_key').where('order_id', '=', orderId).executeTakeFirst()
  return row?.wrapped_key ? accept(app.keyring.unwrap(row.wrapped_key)) : refuse({ code: 'work-order.not-found' })
}

export const keepTexts = async (
  tx: Tx,
  app: App,
  order: { readonly authorityId: string; readonly orderId: string; readonly key: Buffer },
  texts: readonly NewText[],
  at: Temporal.Instant,
): Promise<void> => {
  if (texts.length === 0) return
  const rows = texts.map(({ textId, role, text }) => ({
    authority_id: order.authorityId,
    order_id: order.orderId,
    text_id: textId,
    role,
    sealed: app.keyring.seal(order.key, Buffer.from(text), contextOf(order.orderId, textId)),
    at,
  }))
  await tx.insertInto('work_order_text').values(rows).execute()
}

export type Text = { readonly role: string; readonly text: string }

/** All words of an order that the actor may see, by id. */
export const textsOf = async (tx: Tx, app: App, orderId: string, key: Buffer): Promise<ReadonlyMap<string, Text>> => {
  const rows = await tx.selectFrom('work_order_text').select(['text_id', 'role', 'sealed']).where('order_id', '=', orderId).execute()
  return new Map(
    rows.map(({ text_id, role, sealed }) => [
      text_id,
      { role, text: app.keyring.open(key, sealed, contextOf(orderId, text_id)).toString() },
    ]),
  )
}
