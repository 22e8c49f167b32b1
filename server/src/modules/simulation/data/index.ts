import { economyTemplates } from './economy.ts'
import { environmentTemplates } from './environment.ts'
import { marketTemplates } from './market.ts'
import { serviceTemplates } from './services.ts'
import { societyTemplates } from './society.ts'
import { utilityTemplates } from './utilities.ts'
import { workTemplates } from './work.ts'
import type { Template } from './template.ts'

/** Everything that people of the made-up month want, by field. */
export const templates: readonly Template[] = [
  ...economyTemplates,
  ...marketTemplates,
  ...workTemplates,
  ...societyTemplates,
  ...utilityTemplates,
  ...serviceTemplates,
  ...environmentTemplates,
]
