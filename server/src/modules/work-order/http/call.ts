import type { Asking } from '../../../http/call.ts'
import type { Doer } from '../doer.ts'

export const doerOf = ({ actor, session }: Asking): Doer => ({ actor, outsourced: session?.outsourced ?? false })
