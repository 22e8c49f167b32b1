import { workOrderRefusals } from '@open12345/domain/work-order'
import type { Mounted } from '../../http/mount.ts'
import { commandEndpoints } from './http/commands.ts'
import { readEndpoints } from './http/read.ts'
import { recordEndpoint } from './http/record.ts'
import { foundEndpoints } from './http/found.ts'
import { endingEndpoints } from './http/ending-commands.ts'
import { sealEndpoints } from './http/seal.ts'
import { urgentEndpoints } from './http/urgent-commands.ts'
import { unitCommandEndpoints } from './http/unit-commands.ts'
import { sweepClocks } from './sweep.ts'

export type { Doer } from './doer.ts'
export { bareMatter } from './read/bare-matter.ts'
export { clockView } from './present/clocks.ts'
export { entryOf, subjectName } from './present/timeline.ts'
export { countStages, historyOf } from './read/lists.ts'
export { openAlike } from './read/alike.ts'
export { readOrder, readPage, type Reader } from './read/page.ts'
export { orderFacts } from './read/facts.ts'
export { learnableOrders, type LearnableOrder } from './read/learnable.ts'
export { isQueryCode, queryCodeOf } from './query-code.ts'
export { rowsOf, wholeContent, type Found } from './read/rows.ts'
export { standingsOf, visibleTo } from './read/standings.ts'
export type { Page } from './present/page.ts'
export { sweepClocks } from './sweep.ts'
export { loadOrder } from './write/load.ts'
export { runCommand, type Build, type CommandOptions, type Done } from './write/command.ts'
export { recordOrder, type Recording } from './write/record-order.ts'

export const workOrderModule: Mounted = {
  name: 'work-order',
  endpoints: [
    recordEndpoint,
    ...readEndpoints,
    ...foundEndpoints,
    ...commandEndpoints,
    ...unitCommandEndpoints,
    ...urgentEndpoints,
    ...sealEndpoints,
    ...endingEndpoints,
  ],
  refusals: workOrderRefusals,
  jobs: [{ name: 'clock-sweep', everyMs: 5_000, work: async (app) => void (await sweepClocks(app)) }],
}
