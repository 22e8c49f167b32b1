import type { App } from '../../../app.ts'
import { newId } from '../../../db/ids.ts'
import type { Tx } from '../../../db/transaction.ts'

export type Provider = {
  readonly providerId: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly origin: string
  readonly unitId: string
  readonly enabled: boolean
}

const context = (providerId: string): string => `identity_provider/secret/${providerId}`

const sealed = ({ keyring }: App, providerId: string, secret: string) => {
  const { key, wrapped } = keyring.newDataKey()
  return { wrapped_key: wrapped, secret_sealed: keyring.seal(key, Buffer.from(secret), context(providerId)) }
}

export const findProvider = async (tx: Tx, { keyring }: App, providerId: string): Promise<Provider | undefined> => {
  const row = await tx.selectFrom('identity_provider').selectAll().where('provider_id', '=', providerId).executeTakeFirst()
  return (
    row && {
      providerId,
      name: row.name,
      issuer: row.issuer,
      clientId: row.client_id,
      clientSecret: keyring.open(keyring.unwrap(row.wrapped_key), row.secret_sealed, context(providerId)).toString(),
      origin: row.origin,
      unitId: row.unit_id,
      enabled: row.enabled,
    }
  )
}

/** Where one may sign in instead, for the sign-in page. */
export const enabledProviders = (tx: Tx): Promise<{ readonly providerId: string; readonly name: string }[]> =>
  tx.selectFrom('identity_provider').select(['provider_id as providerId', 'name']).where('enabled', '=', true).orderBy('name').execute()

export const providersWithLinks = (tx: Tx) =>
  tx
    .selectFrom('identity_provider as p')
    .innerJoin('unit as u', (join) => join.onRef('u.authority_id', '=', 'p.authority_id').onRef('u.unit_id', '=', 'p.unit_id'))
    .select((eb) => [
      'p.provider_id as providerId',
      'p.name',
      'p.issuer',
      'p.client_id as clientId',
      'p.origin',
      'p.unit_id as unitId',
      'u.name as unitName',
      'p.enabled',
      eb
        .selectFrom('sign_in_link as l')
        .whereRef('l.authority_id', '=', 'p.authority_id')
        .whereRef('l.provider_id', '=', 'p.provider_id')
        .select(({ fn }) => fn.countAll<number>().as('links'))
        .$asScalar()
        .as('links'),
    ])
    .orderBy('p.name')
    .execute()

/** Disabled at first; undefined where issuer and client are there already. */
export const insertProvider = async (tx: Tx, app: App, given: Omit<Provider, 'providerId' | 'enabled'>): Promise<string | undefined> => {
  const now = app.clock.now()
  const providerId = newId(now)
  const row = await tx
    .insertInto('identity_provider')
    .values({
      authority_id: app.config.authorityId,
      provider_id: providerId,
      name: given.name,
      issuer: given.issuer,
      client_id: given.clientId,
      ...sealed(app, providerId, given.clientSecret),
      origin: given.origin,
      unit_id: given.unitId,
      enabled: false,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('provider_id')
    .executeTakeFirst()
  return row?.provider_id
}

export type ProviderChange = {
  readonly name?: string | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  readonly origin?: string | undefined
  readonly enabled?: boolean | undefined
}

export const updateProvider = async (tx: Tx, app: App, providerId: string, change: ProviderChange): Promise<void> => {
  const { name, clientId, clientSecret, origin, enabled } = change
  const fields = {
    ...(name === undefined ? {} : { name }),
    ...(clientId === undefined ? {} : { client_id: clientId }),
    ...(clientSecret === undefined ? {} : sealed(app, providerId, clientSecret)),
    ...(origin === undefined ? {} : { origin }),
    ...(enabled === undefined ? {} : { enabled }),
  }
  if (Object.keys(fields).length > 0) await tx.updateTable('identity_provider').set(fields).where('provider_id', '=', providerId).execute()
}
