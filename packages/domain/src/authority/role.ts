/** What a person may be, in one unit and for a period. @clause 7-1 */
export const roles = [
  'requester',
  'seat',
  'expert',
  'dispatcher',
  'follow-up',
  'supervisor',
  'centre-manager',
  'inspector',
  'unit-clerk',
  'unit-handler',
  'unit-reviewer',
  'knowledge-editor',
  'analyst',
  'office',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const
export type Role = (typeof roles)[number]

/** Roles that an account can be granted: a requester proves one order and has no account. */
export const staffRoles = roles.filter((role) => role !== 'requester')
export type StaffRole = Exclude<Role, 'requester'>

export const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[]

export const isRole = (text: string): text is Role => roles.some((role) => role === text)
