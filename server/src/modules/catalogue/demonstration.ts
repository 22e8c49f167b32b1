import { judgeCatalogueChange, type CatalogueChange } from '@open12345/domain/catalogue'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { civilDateOf } from '../organisation/index.ts'
import { insertChange } from './store.ts'
import { leadsTo, readCatalogue } from './world.ts'

const invented = {
  subject: 'urban-order',
  placeCode: '513401',
  unitId: 'urban-management',
  basis: '《城市市容和环境卫生管理条例》第四条',
  reason: '（演示）主城区占道经营拟由州城市管理行政执法局统一受理，试行三个月。',
} as const

/** One proposal that waits for its review; none where the prefecture has no such unit or place. */
export const loadDemonstrationProposal = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const at = app.clock.now()
    const today = civilDateOf(at)
    const { rows } = await sql<{ account_id: string }>`
      select account_id from account where authority_id = app.authority() and login = 'dispatcher'`.execute(tx)
    const by = rows[0]?.account_id
    const { subject, placeCode, unitId, basis, reason } = invented
    const days = { on: today.add({ days: 7 }).toString(), until: today.add({ days: 7, months: 3 }).toString() }
    const change: CatalogueChange = { kind: 'set', subject, placeCode, unitId, basis, principle: 'industry', ...days }
    const { world, entries } = await readCatalogue(tx, subject)
    const judged = judgeCatalogueChange(change, { world, entries, today: today.toString() })
    if (by === undefined || !judged.ok) return
    const unitBefore = leadsTo(entries, placeCode, world, today.toString())
    await insertChange(tx, change, { basis, reason, evidence: [], unitBefore }, { by, at })
  })
