import type { App } from '../../app.ts'
import { openerOf } from './envelope.ts'

/** What may stand in a list: 王**, 138****1234. Anonymous requesters have no name here, whatever was recorded. */
export type Masks = { readonly requesterId: string; readonly anonymous: boolean; readonly name?: string; readonly phone?: string }

export type MaskRow = {
  readonly requester_id: string
  readonly wrapped_key: Buffer
  readonly masks_sealed: Buffer | null
  readonly anonymous: boolean
}

type Sealed = { readonly name?: string; readonly phone?: string }

export const openMasks = (app: App, row: MaskRow): Masks => {
  const text = openerOf(app, row.wrapped_key, row.requester_id)('masks', row.masks_sealed)
  const { name, phone }: Sealed = text === undefined ? {} : (JSON.parse(text) as Sealed)
  return {
    requesterId: row.requester_id,
    anonymous: row.anonymous,
    ...(name === undefined || row.anonymous ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
  }
}
