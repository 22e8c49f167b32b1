import { dailyLifeItems } from './daily-life.ts'
import { familyItems } from './family.ts'
import { homesItems } from './homes.ts'
import { hotlineItems } from './hotline.ts'
import type { DemonstrationItem } from './item.ts'
import { landItems } from './land.ts'
import { lawItems } from './law.ts'
import { marketItems } from './market.ts'
import { moneyItems } from './money.ts'
import { rightsItems } from './rights.ts'
import { safetyItems } from './safety.ts'
import { schoolsAndHealthItems } from './schools-and-health.ts'
import { streetsItems } from './streets.ts'
import { surroundingsItems } from './surroundings.ts'
import { thisHotlineItems } from './this-hotline.ts'
import { workItems } from './work.ts'
import { workAndMoneyItems } from './work-and-money.ts'

export type { DemonstrationItem } from './item.ts'

export const demonstrationItems: readonly DemonstrationItem[] = [
  ...hotlineItems,
  ...dailyLifeItems,
  ...workAndMoneyItems,
  ...rightsItems,
  ...familyItems,
  ...homesItems,
  ...landItems,
  ...lawItems,
  ...marketItems,
  ...moneyItems,
  ...safetyItems,
  ...schoolsAndHealthItems,
  ...streetsItems,
  ...surroundingsItems,
  ...thisHotlineItems,
  ...workItems,
]
