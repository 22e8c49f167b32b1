export {
  isInForce,
  isOpen,
  isWithin,
  type ChangeState,
  type FoundedKind,
  type Tree,
  type TreeUnit,
  type UnitChange,
  type UnitNames,
} from './change.ts'
export { decideChange, judgeChange, withdrawChange, type Around, type OtherChange } from './decide.ts'
export { unitRefusals, type UnitRefusalCode } from './refusals.ts'
