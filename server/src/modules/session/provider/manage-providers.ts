import type { LinkView, ProviderView, sessionRoutes } from '@open12345/contract/session'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import { once } from '../../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../../db/transaction.ts'
import type { Call } from '../../../http/call.ts'
import { writeAudit } from '../../audit/index.ts'
import { isUnitInForce } from '../../organisation/index.ts'
import { endSessionsOfProvider } from '../sessions.ts'
import { deleteLink, linksOf } from './links.ts'
import { insertProvider, providersWithLinks, updateProvider } from './providers.ts'
import { isSafeAddress, redirectUriOf } from './remote.ts'

type Routes = typeof sessionRoutes

const views = async (tx: Tx): Promise<ProviderView[]> =>
  (await providersWithLinks(tx)).map(({ links, ...provider }) => ({
    ...provider,
    links: Number(links ?? 0),
    redirectUri: redirectUriOf(provider.origin),
  }))

const viewOf = async (tx: Tx, providerId: string): Promise<Decision<ProviderView>> => {
  const found = (await views(tx)).find((provider) => provider.providerId === providerId)
  return found === undefined ? refuse({ code: 'account.provider-not-found' }) : accept(found)
}

export const listProviders = async ({ actor }: Call<Routes['listProviders']>, app: App): Promise<Decision<{ items: ProviderView[] }>> =>
  accept({ items: await asActor(app.database, actor, views) })

/** @clause 20-mechanism */
export const addProvider = (call: Call<Routes['addProvider']>, app: App): Promise<Decision<ProviderView>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { body } = call
    if (![body.issuer, body.origin].every(isSafeAddress)) return refuse({ code: 'account.provider-address' })
    if (!(await isUnitInForce(tx, body.unitId, call.at))) return refuse({ code: 'account.unit-unknown' })
    const added = await once(tx, call, async () => {
      const providerId = await insertProvider(tx, app, body)
      if (providerId === undefined) return refuse({ code: 'account.provider-taken' })
      await writeAudit(tx, app, { action: 'account.add-provider', subjectIds: [providerId], facts: [body.unitId] })
      return accept({ providerId })
    })
    return added.ok ? viewOf(tx, added.value.ids.providerId) : added
  })

export const changeProvider = (call: Call<Routes['changeProvider']>, app: App): Promise<Decision<ProviderView>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { body, params, at } = call
    const { providerId } = params
    if (body.origin !== undefined && !isSafeAddress(body.origin)) return refuse({ code: 'account.provider-address' })
    const known = await viewOf(tx, providerId)
    if (!known.ok) return known
    await updateProvider(tx, app, providerId, body)
    if (body.enabled === false) await endSessionsOfProvider(tx, { providerId }, at)
    await writeAudit(tx, app, {
      action: 'account.change-provider',
      subjectIds: [providerId],
      facts: body.enabled === undefined ? [] : [body.enabled ? 'enabled' : 'disabled'],
    })
    return viewOf(tx, providerId)
  })

export const listAccountLinks = async (
  { actor, params }: Call<Routes['listAccountLinks']>,
  app: App,
): Promise<Decision<{ items: LinkView[] }>> => accept({ items: await asActor(app.database, actor, (tx) => linksOf(tx, params.accountId)) })

/** @clause 20-mechanism */
export const removeAccountLink = ({ actor, params, at }: Call<Routes['removeAccountLink']>, app: App): Promise<Decision<null>> =>
  decideAs(app.database, actor, async (tx) => {
    const { accountId, linkId } = params
    const providerId = await deleteLink(tx, accountId, linkId)
    if (providerId === undefined) return refuse({ code: 'account.link-not-found' })
    await endSessionsOfProvider(tx, { providerId, accountId }, at)
    await writeAudit(tx, app, { action: 'account.unlink', subjectIds: [accountId, providerId] })
    return accept(null)
  })
