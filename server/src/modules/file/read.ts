import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { writeAudit } from '../audit/index.ts'
import { contentContext, fileKeyOf, orderKeyOf } from './file-key.ts'
import { folderStore } from './folder-store.ts'
import { digestOf } from './keep.ts'
import { shownName } from './shown-name.ts'
import { findFile, nameOf, type FileRow } from './view.ts'

export type FileContent = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer; readonly inline: boolean }

/** Shown by the browser itself; documents are saved instead, because they are programs of a kind. */
const shown = /^(image|audio|video)\//

type Found = { readonly file: FileRow; readonly key: Buffer; readonly orderKey: Buffer | undefined }

const found = async (tx: Tx, app: App, fileId: string): Promise<Decision<Found>> => {
  const file = await findFile(tx, fileId)
  if (file === undefined) return refuse({ code: 'file.not-found' })
  const orderKey = file.order_id === null ? undefined : await orderKeyOf(tx, app, file.order_id)
  if (file.order_id !== null && orderKey === undefined) return refuse({ code: 'file.not-found' })
  return accept({ file, key: fileKeyOf(app, file, orderKey), orderKey })
}

const openedBytes = async (app: App, { file, key }: Found): Promise<Buffer> => {
  const sealed = await folderStore(app.config).get(file.file_id)
  const bytes = app.keyring.open(key, sealed, contentContext(file.file_id))
  if (!digestOf(bytes).equals(file.digest)) throw new Error(`file ${file.file_id} is not what was stored`)
  return bytes
}

export type Attached =
  ({ readonly kind: 'file'; readonly tag: string } & FileContent) | { readonly kind: 'unchanged'; readonly tag: string }

/**
 * The bytes of what is attached to the knowledge that the actor may read, which are not opened for whoever `holds` them; who reads what is
 * published is nobody's business.
 */
export const readAttached = async (tx: Tx, app: App, fileId: string, holds: (tag: string) => boolean): Promise<Decision<Attached>> => {
  const attached = await found(tx, app, fileId)
  if (!attached.ok) return attached
  const { file, key } = attached.value
  if (!file.for_knowledge) return refuse({ code: 'file.not-found' })
  const tag = file.digest.toString('base64url')
  if (holds(tag)) return accept({ kind: 'unchanged', tag })
  const bytes = await openedBytes(app, attached.value)
  return accept({ kind: 'file', tag, name: nameOf(app, file, key), mediaType: file.media_type, bytes, inline: shown.test(file.media_type) })
}

/**
 * The bytes of a file that the running actor sees; the reading is an audit record.
 * @clause 20b
 */
export const readContent = async (tx: Tx, app: App, fileId: string): Promise<Decision<FileContent>> => {
  const seen = await found(tx, app, fileId)
  if (!seen.ok) return seen
  const { file, key, orderKey } = seen.value
  const bytes = await openedBytes(app, seen.value)
  await writeAudit(tx, app, {
    action: 'file.read',
    purpose: 'handling',
    subjectIds: [fileId],
    ...(file.order_id === null ? {} : { orderId: file.order_id }),
  })
  const name = await shownName(tx, file.order_id, orderKey, nameOf(app, file, key))
  return accept({ name, mediaType: file.media_type, bytes, inline: shown.test(file.media_type) })
}
