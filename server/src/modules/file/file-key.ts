import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import type { FileTables } from './tables.ts'

type OrderKeyTable = {
  readonly work_order_key: { readonly authority_id: string; readonly order_id: string; readonly wrapped_key: Buffer | null }
}

/**
 * The data key of an order that the actor sees; undefined when there is none to see, or none any more. Read from its table: the module of the
 * orders imports this one, and two modules that import each other are one.
 */
export const orderKeyOf = async (tx: Tx, app: App, orderId: string): Promise<Buffer | undefined> => {
  const row = await tx
    .withTables<OrderKeyTable>()
    .selectFrom('work_order_key')
    .select('wrapped_key')
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return row === undefined || row.wrapped_key === null ? undefined : app.keyring.unwrap(row.wrapped_key)
}

export const keyContext = (fileId: string): string => `file/key/${fileId}`
export const nameContext = (fileId: string): string => `file/name/${fileId}`
export const contentContext = (fileId: string): string => `file/content/${fileId}`

type Keyed = Pick<FileTables['file'], 'file_id' | 'order_id' | 'wrapped_key' | 'sealed_key'>

/** The file's own key, from under the master key or from under its order's. */
export const fileKeyOf = ({ keyring }: App, file: Keyed, orderKey: Buffer | undefined): Buffer => {
  if (file.wrapped_key !== null) return keyring.unwrap(file.wrapped_key)
  if (file.sealed_key === null || orderKey === undefined) throw new Error(`the key of file ${file.file_id} is gone`)
  return keyring.open(orderKey, file.sealed_key, keyContext(file.file_id))
}
