import { roleLabels } from '@open12345/contract/vocabulary'

export type RoleCode = keyof typeof roleLabels
/** Every role that may be granted. */
export const roleCodes = Object.keys(roleLabels) as RoleCode[]
export const isRoleCode = (role: string): role is RoleCode => role in roleLabels
