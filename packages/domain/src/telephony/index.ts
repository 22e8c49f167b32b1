export { bridgeAfterEnd, bridgeLasts, callRequester, notReached, type BridgeFacts, type BridgePurpose, type BridgeState } from './bridge.ts'
export {
  legId,
  parseLeg,
  type Dial,
  type EndReason,
  type LegId,
  type LegRole,
  type RoomId,
  type Snapshot,
  type Target,
  type TelephonyEvent,
  type TelephonyPort,
} from './port.ts'
export { bridgeRefusals, contactRefusals, type ContactRefusalCode } from './refusals.ts'
