import type { MachineKeyView, accountRoutes } from '@open12345/contract/account'
import type { RouteOutput } from '@open12345/contract/kernel'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import { once } from '../../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../../db/transaction.ts'
import type { Call } from '../../../http/call.ts'
import { writeAudit } from '../../audit/index.ts'
import { isUnitInForce } from '../../organisation/index.ts'
import { insertKey, keepFormer, machineKeys, replaceSecret, revokeKey } from './keys.ts'

type Routes = typeof accountRoutes
type WithSecret = RouteOutput<Routes['createMachineKey']>

const longestDays = 366
const notFound = refuse({ code: 'account.key-not-found' })

const viewOf = async (tx: Tx, keyId: string, at: Temporal.Instant): Promise<Decision<MachineKeyView>> => {
  const view = (await machineKeys(tx, at)).find((key) => key.keyId === keyId)
  return view === undefined ? notFound : accept(view)
}

/** A repeated command gives another secret, since the first is not kept. */
const withSecret = async (tx: Tx, app: App, keyId: string, at: Temporal.Instant): Promise<Decision<WithSecret>> => {
  const secret = await replaceSecret(tx, app, keyId)
  const key = await viewOf(tx, keyId, at)
  return key.ok ? accept({ key: key.value, secret }) : key
}

export const listMachineKeys = async (
  { actor, at }: Call<Routes['listMachineKeys']>,
  app: App,
): Promise<Decision<{ items: MachineKeyView[] }>> => accept({ items: await asActor(app.database, actor, (tx) => machineKeys(tx, at)) })

/** @clause 20-mechanism */
export const createMachineKey = (call: Call<Routes['createMachineKey']>, app: App): Promise<Decision<WithSecret>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { body, at, actor } = call
    const expiresAt = Temporal.Instant.from(body.expiresAt)
    const isSound =
      Temporal.Instant.compare(expiresAt, at) > 0 && Temporal.Instant.compare(expiresAt, at.add({ hours: 24 * longestDays })) <= 0
    if (!isSound) return refuse({ code: 'account.key-period' })
    if (!(await isUnitInForce(tx, body.unitId, at))) return refuse({ code: 'account.unit-unknown' })
    const made = await once(tx, call, async () => {
      const scopes = [...new Set(body.scopes)]
      const keyId = await insertKey(tx, app, { ...body, scopes, expiresAt, createdBy: actor.accountId ?? '' })
      await writeAudit(tx, app, { action: 'machine.create', subjectIds: [keyId], facts: [body.unitId, ...scopes] })
      return accept({ keyId })
    })
    return made.ok ? withSecret(tx, app, made.value.ids.keyId, at) : made
  })

/** Asked again with the same Idempotency-Key, the secret of the day before stays the one that the other side uses. */
export const rotateMachineKey = (call: Call<Routes['rotateMachineKey']>, app: App): Promise<Decision<WithSecret>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { params, at } = call
    const { keyId } = params
    const rotated = await once(tx, call, async () => {
      if (!(await keepFormer(tx, keyId, at))) return notFound
      await writeAudit(tx, app, { action: 'machine.rotate', subjectIds: [keyId] })
      return accept({ keyId })
    })
    return rotated.ok ? withSecret(tx, app, keyId, at) : rotated
  })

export const revokeMachineKey = ({ actor, params, at }: Call<Routes['revokeMachineKey']>, app: App): Promise<Decision<MachineKeyView>> =>
  decideAs(app.database, actor, async (tx) => {
    if (!(await revokeKey(tx, params.keyId, at))) return notFound
    await writeAudit(tx, app, { action: 'machine.revoke', subjectIds: [params.keyId] })
    return viewOf(tx, params.keyId, at)
  })
