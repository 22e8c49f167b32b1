import { identityRefusals } from '@open12345/domain/identity'
import type { Mounted } from '../../http/mount.ts'

export { findByPhone, type FindPurpose, type KnownRequester } from './find-by-phone.ts'
export { openMasks, type Masks } from './masks.ts'
export { putRequester, type NewRequester } from './put-requester.ts'
export { reveal, type Identity, type Reveal } from './reveal.ts'
export { forgetRequester, phoneForSending, type SendingPurpose } from './sending.ts'

/** The vault has no routes of its own; what it refuses is said through others'. */
export const identityModule: Mounted = { name: 'identity', refusals: identityRefusals }
