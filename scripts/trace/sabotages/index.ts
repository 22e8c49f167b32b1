import { confidence } from './confidence.ts'
import { duties } from './duties.ts'
import { ends } from './ends.ts'
import { first } from './first.ts'
import { knowledge } from './knowledge.ts'
import { linkage } from './linkage.ts'
import type { Sabotage } from './sabotage.ts'
import { units } from './units.ts'

export type { Sabotage } from './sabotage.ts'

export const sabotages: readonly Sabotage[] = [...duties, ...first, ...units, ...ends, ...linkage, ...knowledge, ...confidence]
