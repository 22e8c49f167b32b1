import { beside } from './beside.ts'
import { edges } from './edges.ts'
import { endings } from './ending.ts'
import { extensions } from './extensions.ts'
import { followUps } from './follow-up.ts'
import type { History } from './history.ts'
import { intake } from './intake.ts'
import { oneUnit } from './one-unit.ts'
import { returnHistories } from './returns.ts'
import { severalUnits } from './several-units.ts'
import { urgent } from './urgent.ts'

/** Every case, in the order of the articles. */
export const histories: readonly History[] = [
  ...intake,
  ...oneUnit,
  ...returnHistories,
  ...extensions,
  ...severalUnits,
  ...beside,
  ...urgent,
  ...followUps,
  ...endings,
  ...edges,
]
