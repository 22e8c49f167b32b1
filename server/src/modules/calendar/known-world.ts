import type { World } from '@open12345/domain/policy'
import { shippedNorms } from '../organisation/index.ts'
import { worldOf } from './world-of.ts'

/** All norms and calendars that come with the program, before any notice that an administrator enters. */
export const knownWorld: World = worldOf(shippedNorms())
