import type { accountRoutes } from '@open12345/contract/account'
import type { RouteOutput } from '@open12345/contract/kernel'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { accountsAfter } from './accounts.ts'
import { viewOrRefusal } from './manage-account.ts'
import { present } from './present.ts'

type Routes = typeof accountRoutes

export const listAccounts = (
  { actor, query }: Call<Routes['listAccounts']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listAccounts']>>> =>
  asActor(app.database, actor, async (tx) => {
    const found = await accountsAfter(tx, query.after, query.limit + 1)
    const shown = found.slice(0, query.limit)
    return accept({ items: await present(tx, app, shown), next: found.length > shown.length ? (shown.at(-1)?.login ?? null) : null })
  })

export const readAccount = (
  { actor, params }: Call<Routes['readAccount']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['readAccount']>>> => asActor(app.database, actor, (tx) => viewOrRefusal(tx, app, params.accountId))
