import type { Nameable, Unattended } from '@open12345/contract/work-order'
import { mayRole, scopeOf, staffRoles } from '@open12345/domain/authority'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { isNameable } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import type { Doer } from '../doer.ts'
import { loadOrder } from '../write/load.ts'
import { peopleWhere } from '../write/person-facts.ts'

const shown = 50
const seeing = staffRoles.filter((role) => scopeOf([role]) !== 'none' && mayRole([role], 'order.read'))
const escaped = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

/** 20c: sealed orders that nobody answers for, as the office may know of them; nothing for anybody else. */
export const unattendedIn = async (tx: Tx, at: Temporal.Instant): Promise<Unattended[]> => {
  const { rows } = await sql<Unattended>`select order_id as "orderId", number, status from app.unattended_orders(${at})`.execute(tx)
  return rows
}

/** Of such an order the program writes what the office says: the office does not see it (adr/0030). */
export const handOn = async (app: App, doer: Doer, orderId: string, at: Temporal.Instant): Promise<Doer> => {
  if (!doer.actor.roles.includes('office')) return doer
  const unattended = await asActor(app.database, doer.actor, (tx) => unattendedIn(tx, at))
  return unattended.some((one) => one.orderId === orderId) ? { ...doer, actor: { ...doer.actor, scope: 'system' }, as: 'staff' } : doer
}

/** Who can be named for this order, by name or unit. Refuses `work-order.not-found`. @clause 20c */
export const listNameable = async (
  app: App,
  doer: Doer,
  orderId: string,
  { text = '', at }: { readonly text?: string | undefined; readonly at: Temporal.Instant },
): Promise<Decision<{ items: Nameable[] }>> => {
  const { actor } = await handOn(app, doer, orderId, at)
  return asActor(app.database, actor, async (tx) => {
    const loaded = await loadOrder(tx, orderId)
    if (loaded === undefined) return refuse({ code: 'work-order.not-found' })
    const like = escaped(text)
    const found = await peopleWhere(
      tx,
      at,
      sql`not p.outsourced and p.roles && ${seeing}::text[] and (p.name ilike ${like} or array_to_string(p.unit_names, ' ') ilike ${like})
        order by p.name, p.account_id limit ${shown}`,
    )
    const knowing = { person: (accountId: string) => found.get(accountId), mayRole }
    const items = [...found.values()].filter(({ accountId }) => isNameable(loaded.order, accountId, knowing))
    return accept({
      items: items.map(({ accountId, name, unitNames, roles }) => ({ accountId, name, unitNames: [...unitNames], roles: [...roles] })),
    })
  })
}
