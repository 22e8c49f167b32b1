/** The form's own rules have already asked for it; if one is ever forgotten, the fault is loud and nothing half is sent. */
export const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new TypeError('A required field of this form is empty')
  return value
}
