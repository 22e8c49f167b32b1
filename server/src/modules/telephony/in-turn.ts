import type { TelephonyEvent, TelephonyPort } from '@open12345/domain/telephony'
import type { App } from '../../app.ts'

/**
 * Handles what the switch tells one event after the other; one that fails is logged with `sentence` and holds up none. `handlerOf` answers nothing
 * for an event that is not its own. The answer stops listening.
 */
export const hearInTurn = (
  { log }: App,
  telephony: TelephonyPort,
  handlerOf: (event: TelephonyEvent) => (() => Promise<void>) | undefined,
  sentence: string,
): (() => void) => {
  let last = Promise.resolve()
  return telephony.on((event) => {
    const handle = handlerOf(event)
    if (handle === undefined) return
    last = last.then(handle).catch((error: unknown) => log.error({ name: error instanceof Error ? error.name : 'unknown' }, sentence))
  })
}
