import type { RouteOutput } from '@open12345/contract/kernel'
import type { relationRoutes } from '@open12345/contract/relation'
import { tellsOwnHome } from '@open12345/domain/identity'
import { accept, type Decision } from '@open12345/domain/kernel'
import { relationsSuggested, unitNames, type Suggestion } from '@open12345/domain/relation'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { namedInUnit } from '../accounts/index.ts'
import { unitsOn } from '../organisation/index.ts'

type Routes = typeof relationRoutes

/** A name that stands in the words, right beside the post. Of several people nobody says which. */
const accountOf = async (tx: Tx, text: string, { unitId, named, person }: Suggestion, at: Temporal.Instant): Promise<string | null> => {
  if (person === null) return null
  const [only, ...others] = await namedInUnit(tx, unitId, text.slice(named.end, person.end + 4), at)
  return only === undefined || others.length > 0 ? null : only
}

/**
 * Nothing of the words is kept: not in a table, not in the log, not in the audit trail.
 * @clause 20c
 */
export const suggestRelations = (
  { actor, at, body: { text, kind, place, addressDetail, homeAddress } }: Call<Routes['suggestRelations']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['suggestRelations']>>> =>
  asActor(app.database, actor, async (tx) => {
    const units = await unitsOn(tx, at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate())
    const names = unitNames(units)
    const items = []
    for (const suggestion of relationsSuggested(text, kind, names, place)) {
      const unitName = names.units.get(suggestion.unitId)?.name ?? suggestion.unitId
      items.push({ ...suggestion, unitName, accountId: await accountOf(tx, text, suggestion, at) })
    }
    return accept({ items, ownHome: tellsOwnHome({ content: text, addressDetail }, homeAddress) })
  })
