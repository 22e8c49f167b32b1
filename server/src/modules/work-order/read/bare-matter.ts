import { maskSpans, spansIn } from '@open12345/domain/identity'
import { accept, type Decision } from '@open12345/domain/kernel'
import { assignmentFor, isIdentityHidden } from '@open12345/domain/work-order'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'
import { knownBy } from '../../../keys/marks.ts'
import { allowedViews } from '../present/view.ts'
import { openText, opened } from '../write/texts.ts'
import { pageRow, type PageRow } from './page-row.ts'
import { dayOf, readPage, type Reader } from './page.ts'

export type BareMatter = {
  /** What was told, without phones, documents, plates, homes and the requester's name; null where not even that may leave the house. */
  readonly words: string | null
  /** What this reader may do with the order now. */
  readonly steps: readonly string[]
  /** The reader's own part of it. */
  readonly assignmentId: string | null
}

/** The words of the record, each place masked that tells who somebody is. Null where they are gone. */
const bareWords = (app: App, orderId: string, row: PageRow | undefined): string | null => {
  if (row?.key == null) return null
  const key = opened(app, Buffer.from(row.key, 'base64'))
  const first = row.history[0]?.event
  const told = row.texts.find(({ id }) => first?.type === 'recorded' && id === first.contentText)
  if (!key.ok || told === undefined) return null
  const text = openText(app, orderId, key.value, told.id, Buffer.from(told.sealed, 'base64'))
  return maskSpans(text, told.spans ?? spansIn(text, knownBy(key.value, row.marks)), 'whole')
}

/**
 * The matter alone, for whoever may not know anybody in it. A report, a confidential and a sealed order have none.
 * @clause 20c
 */
export const bareMatter = async (tx: Tx, app: App, orderId: string, reader: Reader): Promise<Decision<BareMatter>> => {
  const page = await readPage(tx, app, orderId, reader)
  if (!page.ok) return page
  const { order, deciding } = page.value
  const isOpen = order.grade === 'open' && !isIdentityHidden(order)
  return accept({
    words: isOpen ? bareWords(app, orderId, await pageRow(tx, orderId, dayOf(reader.at))) : null,
    steps: allowedViews(page.value).flatMap(({ action, refusal }) => (refusal === null ? [action] : [])),
    assignmentId: assignmentFor(order, deciding.context.actor, [])?.id ?? null,
  })
}
