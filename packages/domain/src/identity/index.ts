export { parseIdNumber } from './id-number.ts'
export { maskIdNumber, maskName, maskPhone } from './mask.ts'
export { parsePhone, type Phone } from './phone.ts'
export { identityFields, revealPurposes, type IdentityField, type RevealPurpose } from './vocabulary.ts'
export { identityRefusals, type IdentityRefusalCode } from './refusals.ts'
export {
  maskSpans,
  nameSigns,
  nobodyKnown,
  phoneDigits,
  spanKinds,
  spansIn,
  type Known,
  type Masking,
  type Span,
  type SpanKind,
} from './screen.ts'
