import { createHash } from 'node:crypto'
import type { FileView } from '@open12345/contract/work-order'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import { contentContext, nameContext } from './file-key.ts'
import { folderStore } from './folder-store.ts'
import type { Inspected } from './inspect.ts'
import type { FileTables } from './tables.ts'
import { asUploader, type Uploader } from './uploader.ts'
import { viewOf, type FileRow } from './view.ts'

export const digestOf = (bytes: Buffer): Buffer => createHash('sm3').update(bytes).digest()

/**
 * Stores an inspected upload for its uploader, bound to nothing. The bytes are on the disk before the row is: a row without bytes would be a
 * promise broken, bytes without a row are swept.
 */
export const keepFile = async (
  tx: Tx,
  app: App,
  { name, mediaType, bytes }: Inspected,
  uploader: Uploader,
  use: 'matter' | 'knowledge' = 'matter',
): Promise<FileView> => {
  const at = app.clock.now()
  const fileId = newId(at)
  const { key, wrapped } = app.keyring.newDataKey()
  await folderStore(app.config).put(fileId, app.keyring.seal(key, bytes, contentContext(fileId)))
  await asUploader(tx, uploader)
  const row: FileRow = {
    authority_id: app.config.authorityId,
    file_id: fileId,
    order_id: null,
    account_id: uploader.kind === 'account' ? uploader.accountId : null,
    upload_token_hash: uploader.kind === 'browser' ? uploader.tokenHash : null,
    name_sealed: app.keyring.seal(key, Buffer.from(name), nameContext(fileId)),
    media_type: mediaType,
    size: bytes.length,
    digest: digestOf(bytes),
    wrapped_key: wrapped,
    sealed_key: null,
    created_at: at,
    bound_at: null,
    for_knowledge: use === 'knowledge',
  }
  await tx.withTables<FileTables>().insertInto('file').values(row).execute()
  return viewOf(row, name)
}
