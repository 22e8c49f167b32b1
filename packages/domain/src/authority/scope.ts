import { administrators, isRole, type Role } from './role.ts'

/** What a staff member sees, in the words of row-level security. */
export type StaffScope = 'centre' | 'seat' | 'unit' | 'none'

const scopes: Readonly<Record<Role, StaffScope>> = {
  requester: 'none',
  seat: 'seat',
  expert: 'seat',
  dispatcher: 'centre',
  'follow-up': 'centre',
  supervisor: 'centre',
  'centre-manager': 'centre',
  inspector: 'centre',
  'unit-clerk': 'unit',
  'unit-handler': 'unit',
  'unit-reviewer': 'unit',
  'knowledge-editor': 'none',
  analyst: 'none',
  office: 'centre',
  'system-admin': 'none',
  'security-admin': 'none',
  'audit-admin': 'none',
}

const isAdministrator = (role: string): boolean => administrators.some((one) => one === role)

/** The one scope of these roles. Mixed families are refused at the grant; should one be found nevertheless, nothing is seen. */
export const scopeOf = (roles: readonly string[]): StaffScope => {
  const known = roles.filter(isRole)
  if (known.some(isAdministrator)) return 'none'
  const seen = new Set(known.map((role) => scopes[role]).filter((scope) => scope !== 'none'))
  const [only] = seen
  return seen.size === 1 && only !== undefined ? only : 'none'
}

/**
 * Whether one person may hold these roles together: an administrator holds that one office only, and nobody sits on both sides of a dispatch.
 * @clause 20-mechanism
 */
export const compatible = (roles: readonly string[]): boolean => {
  const distinct = [...new Set(roles)].filter(isRole)
  if (distinct.some(isAdministrator)) return distinct.length === 1
  return new Set(distinct.map((role) => scopes[role]).filter((scope) => scope !== 'none')).size <= 1
}
