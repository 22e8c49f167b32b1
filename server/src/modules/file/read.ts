import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { writeAudit } from '../audit/index.ts'
import { contentContext, fileKeyOf, orderKeyOf } from './file-key.ts'
import { folderStore } from './folder-store.ts'
import { digestOf } from './keep.ts'
import { shownName } from './shown-name.ts'
import { findFile, nameOf } from './view.ts'

export type FileContent = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer; readonly inline: boolean }

/** Shown by the browser itself; documents are saved instead, because they are programs of a kind. */
const shown = /^(image|audio|video)\//

/**
 * The bytes of a file that the running actor sees; the reading is an audit record.
 * @clause 20b
 */
export const readContent = async (tx: Tx, app: App, fileId: string): Promise<Decision<FileContent>> => {
  const file = await findFile(tx, fileId)
  if (file === undefined) return refuse({ code: 'file.not-found' })
  const orderKey = file.order_id === null ? undefined : await orderKeyOf(tx, app, file.order_id)
  if (file.order_id !== null && orderKey === undefined) return refuse({ code: 'file.not-found' })

  const key = fileKeyOf(app, file, orderKey)
  const sealed = await folderStore(app.config).get(fileId)
  const bytes = app.keyring.open(key, sealed, contentContext(fileId))
  if (!digestOf(bytes).equals(file.digest)) throw new Error(`file ${fileId} is not what was stored`)
  await writeAudit(tx, app, {
    action: 'file.read',
    purpose: 'handling',
    subjectIds: [fileId],
    ...(file.order_id === null ? {} : { orderId: file.order_id }),
  })
  const name = await shownName(tx, file.order_id, orderKey, nameOf(app, file, key))
  return accept({ name, mediaType: file.media_type, bytes, inline: shown.test(file.media_type) })
}
