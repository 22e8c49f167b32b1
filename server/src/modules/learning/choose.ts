import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { writeAudit } from '../audit/index.ts'
import { modelRows, putInUse, retire, type ModelRow } from './store.ts'
import type { Told } from './tables.ts'

/** `no-better`: what that version told was no more than the rules tell. */
export type Chosen = { readonly became: 'used'; readonly tells: readonly Told[] } | { readonly became: 'no-such-version' | 'no-better' }

export const listModels = (app: App): Promise<readonly ModelRow[]> =>
  asActor(app.database, systemActor(app.config.authorityId), (tx) => modelRows(tx, app.config.authorityId))

/** Back to an older version, or on to a newer one; only of what told more than the rules did. */
export const useVersion = (app: App, version: number, tells: readonly Told[]): Promise<Chosen> => {
  const { authorityId } = app.config
  return asActor(app.database, systemActor(authorityId), async (tx) => {
    const rows = (await modelRows(tx, authorityId)).filter((row) => row.version === version && tells.includes(row.tells))
    if (rows.length === 0) return { became: 'no-such-version' }
    const better = rows.filter((row) => row.figure > row.rules_figure).map((row) => row.tells)
    if (better.length === 0) return { became: 'no-better' }
    await retire(tx, authorityId, better)
    await putInUse(tx, authorityId, version, better)
    await writeAudit(tx, app, { action: 'learning.use', facts: [`version-${version}`, ...better] })
    return { became: 'used', tells: better }
  })
}

/** The rules alone, until something is taken into use again. */
export const useRules = (app: App, tells: readonly Told[]): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    await retire(tx, app.config.authorityId, tells)
    await writeAudit(tx, app, { action: 'learning.rules', facts: [...tells] })
  })
