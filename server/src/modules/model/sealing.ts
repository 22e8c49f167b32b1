import type { App } from '../../app.ts'

type Column = 'prompt' | 'answer' | 'wrong'
const context = (column: Column, modelDraftId: string): string => `model_draft/${column}/${modelDraftId}`

export const sealFor =
  ({ keyring }: App, wrapped: Buffer, modelDraftId: string) =>
  (column: Column, text: string): Buffer =>
    keyring.seal(keyring.unwrap(wrapped), Buffer.from(text), context(column, modelDraftId))

export const openFor =
  ({ keyring }: App, wrapped: Buffer, modelDraftId: string) =>
  (column: Column, sealed: Buffer | null): string | null =>
    sealed === null ? null : keyring.open(keyring.unwrap(wrapped), sealed, context(column, modelDraftId)).toString()
