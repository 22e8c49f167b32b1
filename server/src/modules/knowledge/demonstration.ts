import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { demonstrationItems, type DemonstrationItem } from './data/index.ts'
import { publishVersion } from './publish.ts'
import type { KnowledgeTables } from './tables.ts'

export const idOf = ({ no }: DemonstrationItem): string => `019b76da-a800-7000-8000-${no.padStart(12, '0')}`
export const mark = '（本条为演示内容，办事以发布单位的正式规定为准。）'

/** These are looked at again soon after the month that is shown. */
const soon: readonly string[] = ['02', '05', '14', '18']
const reviewOnOf = ({ no }: DemonstrationItem, at: Temporal.Instant): Temporal.PlainDate => {
  const published = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  return published.add(soon.includes(no) ? { days: 33 } : { months: 12 })
}

/** Items that are real in substance and marked as a demonstration; loaded once. Answers how many were new. */
export const loadDemonstrationKnowledge = (app: App): Promise<number> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const loaded = await tx.withTables<KnowledgeTables>().selectFrom('knowledge_item').select('item_id').execute()
    const known = new Set(loaded.map(({ item_id: id }) => id))
    const missing = demonstrationItems.filter((item) => !known.has(idOf(item)))
    for (const item of missing)
      await publishVersion(tx, app, {
        itemId: idOf(item),
        type: item.type ?? 'guide',
        title: item.title,
        body: [...item.paragraphs, mark].join('\n'),
        keywords: item.keywords,
        owner: item.owner,
        source: item.source,
        validOnFrom: Temporal.PlainDate.from(item.validOnFrom),
        validOnTo: null,
        reviewOn: reviewOnOf(item, app.clock.now()),
      })
    return missing.length
  })
