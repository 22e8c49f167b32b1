import { bridgeRefusals, type TelephonyPort } from '@open12345/domain/telephony'
import type { Mounted } from '../../http/mount.ts'
import { bridgeEndpoints } from './call.ts'
import { settleBridges } from './settle.ts'

export { hearBridges } from './hear.ts'

/** 接通诉求人而不显示号码. @clause 20c */
export const bridgeModule = ({ telephony }: { readonly telephony: TelephonyPort }): Mounted => ({
  name: 'bridge',
  refusals: bridgeRefusals,
  endpoints: bridgeEndpoints(telephony),
  jobs: [{ name: 'bridge-settle', everyMs: 5_000, work: (app) => settleBridges(app, telephony) }],
})
