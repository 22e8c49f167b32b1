import { topicRefusals } from '@open12345/domain/topic'
import type { App } from '../../app.ts'
import type { Mounted } from '../../http/mount.ts'
import { joinUnread } from './join.ts'
import { tidy } from './regroup.ts'
import { topicEndpoints } from './routes.ts'
import { warnOfSurges } from './warn.ts'

/** Everything of topics that the program does of itself, one after the other. @clause 19a */
export const watchTopics = async (app: App): Promise<void> => {
  await joinUnread(app)
  await tidy(app)
  await warnOfSurges(app)
}

export const topicModule: Mounted = {
  name: 'topic',
  endpoints: topicEndpoints,
  refusals: topicRefusals,
  jobs: [{ name: 'topics', everyMs: 60_000, work: watchTopics }],
}
