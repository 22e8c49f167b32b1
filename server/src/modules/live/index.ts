import type { Mounted } from '../../http/mount.ts'
import { liveEndpoint } from './stream.ts'

export { announce, announceContact, announceMessage } from './announce.ts'

export const liveModule: Mounted = { name: 'live', endpoints: [liveEndpoint] }
