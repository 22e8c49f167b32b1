export {
  callable,
  callIn,
  consented,
  correct,
  end,
  feedBack,
  handOver,
  nextLine,
  receive,
  type Asked,
  type Callable,
  type Linkage,
} from './decide.ts'
export { recordDrill, testCall, testEveryDays, testIsDue, type Drill } from './drill.ts'
export { afterEnd, lasts, wasReached, type Consent, type Line, type LineKind, type LinkageState, type Way } from './linkage.ts'
export { linkageRefusals, type LinkageRefusalCode } from './refusals.ts'
