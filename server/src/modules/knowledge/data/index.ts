import { dailyLifeItems } from './daily-life.ts'
import { hotlineItems } from './hotline.ts'
import type { DemonstrationItem } from './item.ts'
import { rightsItems } from './rights.ts'
import { workAndMoneyItems } from './work-and-money.ts'

export type { DemonstrationItem } from './item.ts'

export const demonstrationItems: readonly DemonstrationItem[] = [...hotlineItems, ...dailyLifeItems, ...workAndMoneyItems, ...rightsItems]
