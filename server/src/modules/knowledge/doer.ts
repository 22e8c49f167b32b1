import type { Doer } from '@open12345/domain/knowledge'
import { may } from '@open12345/domain/authority'
import type { Asking } from '../../http/call.ts'

export const doerOf = ({ actor: { accountId = '', roles, unitIds }, session }: Pick<Asking, 'actor' | 'session'>): Doer => ({
  accountId,
  unitIds,
  may: (action) => may({ roles, outsourced: session?.outsourced ?? false }, action),
})
