import type { TelephonyPort } from '@open12345/domain/telephony'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { lineEnded } from './hear.ts'

/** How long a line may ring. */
const ringForMs = 45_000

/** Calls a line; `call` names the record. A switch that cannot dial leaves a record that says so. */
export const dialLine = async (app: App, telephony: TelephonyPort, call: string, number: string): Promise<void> => {
  try {
    await telephony.dial({ call, role: 'external', to: { number }, timeoutMs: ringForMs })
  } catch {
    app.log.error({ call }, 'the switch could not dial a line')
    await asActor(app.database, systemActor(app.config.authorityId), (tx) => lineEnded(tx, call, 'failed', app.clock.now()))
  }
}

/** Lets the legs of one role that belong to a call hang up. */
export const hangUpOf = async (telephony: TelephonyPort, call: string, role: 'agent' | 'external'): Promise<void> => {
  const { legs } = await telephony.snapshot()
  for (const one of legs) if (one.call === call && one.role === role) await telephony.hangUp(one.leg)
}
