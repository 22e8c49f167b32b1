import type { Refusal } from '@open12345/domain/kernel'
import type { FieldErrors } from './input.ts'

/** Carries a refusal of the border itself through the web framework, which knows errors only. */
export class Refused extends Error {
  readonly refusal: Refusal
  readonly errors: FieldErrors | undefined
  constructor(refusal: Refusal, errors?: FieldErrors) {
    super(refusal.code)
    this.refusal = refusal
    this.errors = errors
  }
}
