import { assistantRoutes } from '@open12345/contract/assistant'
import { mount, type Mounted } from '../../http/mount.ts'
import { suggest } from './suggest.ts'

export { urgencyHeard } from './alarms.ts'

export const assistantModule: Mounted = {
  name: 'assistant',
  endpoints: [mount(assistantRoutes.askAssistant, suggest)],
}
