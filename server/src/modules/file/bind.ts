import type { FileView } from '@open12345/contract/work-order'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { fileKeyOf, keyContext, orderKeyOf } from './file-key.ts'
import type { FileTables } from './tables.ts'
import { asUploader, type Uploader } from './uploader.ts'
import { nameOf, viewOf, type FileRow } from './view.ts'

/**
 * Without an uploader named: a person's file is bound by that person only; a browser's by whoever knows its id, which holds 74 random bits and
 * was told to that browser alone.
 */
const isOwn = (file: FileRow, uploader: Uploader | undefined, accountId: string | null): boolean => {
  if (file.upload_token_hash === null) return file.account_id === (uploader?.kind === 'account' ? uploader.accountId : accountId)
  return uploader === undefined || (uploader.kind === 'browser' && file.upload_token_hash.equals(uploader.tokenHash))
}

const currentAccount = async (tx: Tx): Promise<string | null> => {
  const { rows } = await sql<{ id: string | null }>`select app.account_id() as id`.execute(tx)
  return rows[0]?.id ?? null
}

type Wanted = { readonly unbound: readonly FileRow[]; readonly bound: readonly FileRow[] }

const lock = async (tx: Tx, orderId: string, fileIds: readonly string[], uploader: Uploader | undefined): Promise<Wanted> => {
  const found = await tx
    .withTables<FileTables>()
    .selectFrom('file')
    .selectAll()
    .where('file_id', 'in', [...fileIds])
    .orderBy('file_id')
    .forUpdate()
    .execute()
  const accountId = await currentAccount(tx)
  return {
    unbound: found.filter((file) => file.order_id === null && !file.for_knowledge && isOwn(file, uploader, accountId)),
    bound: found.filter((file) => file.order_id === orderId),
  }
}

const bind = async (tx: Tx, app: App, orderId: string, orderKey: Buffer, file: FileRow): Promise<void> => {
  const key = fileKeyOf(app, file, undefined)
  await tx
    .withTables<FileTables>()
    .updateTable('file')
    .set({
      order_id: orderId,
      wrapped_key: null,
      sealed_key: app.keyring.seal(orderKey, key, keyContext(file.file_id)),
      bound_at: app.clock.now(),
    })
    .where('authority_id', '=', file.authority_id)
    .where('file_id', '=', file.file_id)
    .execute()
}

/**
 * Makes an uploader's files part of an order that the running actor sees: each file's key goes from under the master key to under the order's.
 * What belongs to that order already stays. Somebody else's file, another order's, and none at all are the same refusal. Run it in the
 * command's own transaction, once the order and its key are written.
 */
export const bindFiles = async (
  tx: Tx,
  app: App,
  orderId: string,
  fileIds: readonly string[],
  uploader?: Uploader,
): Promise<Decision<readonly FileView[]>> => {
  const wanted = [...new Set(fileIds)]
  if (wanted.length === 0) return accept([])
  if (uploader !== undefined) await asUploader(tx, uploader)
  const { unbound, bound } = await lock(tx, orderId, wanted, uploader)
  const orderKey = await orderKeyOf(tx, app, orderId)
  if (unbound.length + bound.length !== wanted.length || orderKey === undefined) return refuse({ code: 'file.not-found' })

  const views = [...unbound, ...bound].map((file) => viewOf(file, nameOf(app, file, fileKeyOf(app, file, orderKey))))
  for (const file of unbound) await bind(tx, app, orderId, orderKey, file)
  return accept(views)
}
