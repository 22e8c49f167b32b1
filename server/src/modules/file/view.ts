import type { FileView } from '@open12345/contract/work-order'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { fileKeyOf, nameContext, orderKeyOf } from './file-key.ts'
import type { FileTables } from './tables.ts'
import { asUploader, type Uploader } from './uploader.ts'

export type FileRow = FileTables['file']

export const nameOf = ({ keyring }: App, file: FileRow, key: Buffer): string =>
  keyring.open(key, file.name_sealed, nameContext(file.file_id)).toString()

export const viewOf = (file: FileRow, name: string): FileView => ({
  fileId: file.file_id,
  name,
  mediaType: file.media_type,
  size: file.size,
  digest: `sm3:${file.digest.toString('hex')}`,
})

/** The files of an order that the actor sees, oldest first. `key`: the order's data key, where the caller has it. */
export const filesOfOrder = async (tx: Tx, app: App, orderId: string, key?: Buffer): Promise<readonly FileView[]> => {
  const files = await tx
    .withTables<FileTables>()
    .selectFrom('file')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('file_id')
    .execute()
  if (files.length === 0) return []
  const orderKey = key ?? (await orderKeyOf(tx, app, orderId))
  // The order's key was destroyed: the files are gone with it.
  if (orderKey === undefined) return []
  return files.map((file) => viewOf(file, nameOf(app, file, fileKeyOf(app, file, orderKey))))
}

/** One file that the actor sees, bound or not. */
export const findFile = (tx: Tx, fileId: string): Promise<FileRow | undefined> =>
  tx.withTables<FileTables>().selectFrom('file').selectAll().where('file_id', '=', fileId).executeTakeFirst()

/** What an uploader has uploaded and not bound yet, of these. */
export const unboundFiles = (app: App, uploader: Uploader, fileIds: readonly string[]): Promise<readonly FileView[]> =>
  asActor(app.database, nobody(app.config.authorityId), async (tx) => {
    if (fileIds.length === 0) return []
    await asUploader(tx, uploader)
    const files = await tx
      .withTables<FileTables>()
      .selectFrom('file')
      .selectAll()
      .where('file_id', 'in', [...new Set(fileIds)])
      .where('order_id', 'is', null)
      .orderBy('file_id')
      .execute()
    return files.map((file) => viewOf(file, nameOf(app, file, fileKeyOf(app, file, undefined))))
  })

/** Files that are attached to the knowledge that the actor may read, by id. */
export const attachedFiles = async (tx: Tx, app: App, fileIds: readonly string[]): Promise<ReadonlyMap<string, FileView>> => {
  if (fileIds.length === 0) return new Map()
  const files = await tx
    .withTables<FileTables>()
    .selectFrom('file')
    .selectAll()
    .where('file_id', 'in', [...new Set(fileIds)])
    .where('for_knowledge', '=', true)
    .execute()
  return new Map(files.map((file) => [file.file_id, viewOf(file, nameOf(app, file, fileKeyOf(app, file, undefined)))]))
}
