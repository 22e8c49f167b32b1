import type { Refusal } from './refusal.ts'

/** What a rule answers: what happened, or one refusal. The domain never throws for a rule. */
export type Decision<Value, R extends Refusal = Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: R }

export const accept = <const Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })
export const refuse = <const R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal })
