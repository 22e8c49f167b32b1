import { spansIn, type Known, type Span } from '@open12345/domain/identity'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import { newId } from '../../../db/ids.ts'

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

/** The data key from under the master key. Refuses `work-order.not-found` after the key was destroyed. */
export const opened = (app: App, wrappedKey: Buffer | null): Decision<Buffer> =>
  wrappedKey === null ? refuse({ code: 'work-order.not-found' }) : accept(app.keyring.unwrap(wrappedKey))

export type SealedText = {
  readonly textId: string
  readonly role: string
  readonly sealed: Buffer
  readonly at: Temporal.Instant
  readonly spans: readonly Span[]
}

/** 20a: where the words tell who somebody is, is found now, while it is known who that is. */
export const sealTexts = (
  app: App,
  orderId: string,
  key: Buffer,
  texts: readonly NewText[],
  known: Known,
  at: Temporal.Instant,
): readonly SealedText[] =>
  texts.map(({ textId, role, text }) => ({
    textId,
    role,
    sealed: app.keyring.seal(key, Buffer.from(text), contextOf(orderId, textId)),
    spans: spansIn(text, known),
    at,
  }))

export type Text = { readonly role: string; readonly text: string }

export const openText = (app: App, orderId: string, key: Buffer, textId: string, sealed: Buffer): string =>
  app.keyring.open(key, sealed, contextOf(orderId, textId)).toString()
