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
export { contactRefusals, type ContactRefusalCode } from './refusals.ts'
