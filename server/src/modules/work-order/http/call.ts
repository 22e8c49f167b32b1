import type { StepTaken } from '@open12345/contract/work-order'
import type { Asking } from '../../../http/call.ts'
import type { Doer } from '../doer.ts'
import type { Done } from '../write/command.ts'

export const doerOf = ({ actor, session }: Asking): Doer => ({ actor, outsourced: session?.outsourced ?? false })

/** What of a step is answered; whose unit has it now is on the page, for whoever may see that. */
export const taken = ({ orderId, version, stage }: Done): StepTaken => ({ orderId, version, stage })
