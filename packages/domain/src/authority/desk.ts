import { isRole, type Role } from './role.ts'

/** The desks of the console, in the order in which a person with several finds them. */
export const desks = [
  'seat',
  'dispatch',
  'follow-up',
  'supervision',
  'manager',
  'unit',
  'knowledge',
  'analysis',
  'office',
  'administration',
] as const
export type Desk = (typeof desks)[number]

const deskOf: Readonly<Record<Role, Desk | undefined>> = {
  requester: undefined,
  seat: 'seat',
  expert: 'seat',
  dispatcher: 'dispatch',
  'follow-up': 'follow-up',
  supervisor: 'supervision',
  'centre-manager': 'manager',
  inspector: 'supervision',
  'unit-clerk': 'unit',
  'unit-handler': 'unit',
  'unit-reviewer': 'unit',
  'knowledge-editor': 'knowledge',
  analyst: 'analysis',
  office: 'office',
  'system-admin': 'administration',
  'security-admin': 'administration',
  'audit-admin': 'administration',
}

export const desksOf = (roles: readonly string[]): readonly Desk[] => {
  const mine = new Set(roles.filter(isRole).map((role) => deskOf[role]))
  return desks.filter((desk) => mine.has(desk))
}
