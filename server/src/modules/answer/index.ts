import { answerRefusals } from '@open12345/domain/answer'
import type { Mounted } from '../../http/mount.ts'
import { askEndpoints } from './ask.ts'
import { tellingEndpoints } from './tell.ts'

export { answerTo } from './ask.ts'
export { isTellingOwed } from './tell.ts'
export { writeShown, type Told } from './told-store.ts'

/** What the knowledge base answers to a question, and who was told what. @clause 17b */
export const answerModule: Mounted = {
  name: 'answer',
  refusals: answerRefusals,
  endpoints: [...askEndpoints, ...tellingEndpoints],
}
