import type { App } from '../../app.ts'

type Column = 'told' | 'reference' | 'feedback' | 'participants' | 'finding' | 'improvement'
const context = (column: Column, id: string): string => `linkage/${column}/${id}`

/** Words of a linkage or a drill, under the key of that record. @clause 20b */
export const sealFor =
  ({ keyring }: App, wrapped: Buffer, id: string) =>
  (column: Column, text: string | null): Buffer | null =>
    text === null ? null : keyring.seal(keyring.unwrap(wrapped), Buffer.from(text), context(column, id))

export const openFor =
  ({ keyring }: App, wrapped: Buffer, id: string) =>
  (column: Column, sealed: Buffer | null): string | null =>
    sealed === null ? null : keyring.open(keyring.unwrap(wrapped), sealed, context(column, id)).toString()
