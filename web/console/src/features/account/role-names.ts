import { words } from '@open12345/ui/language.ts'

/** Every role that may be granted. */
export const roleNames = words({
  seat: ['话务员', 'Seat agent'],
  expert: ['专家座席', 'Expert'],
  dispatcher: ['派单员', 'Dispatcher'],
  'follow-up': ['回访员', 'Follow-up officer'],
  supervisor: ['督办员', 'Supervisor'],
  'centre-manager': ['中心负责人', 'Centre manager'],
  inspector: ['质检员', 'Quality inspector'],
  'unit-clerk': ['承办单位收办员', 'Unit clerk'],
  'unit-handler': ['承办人', 'Unit handler'],
  'unit-reviewer': ['承办单位审核人', 'Unit reviewer'],
  'knowledge-editor': ['知识编辑', 'Knowledge editor'],
  analyst: ['数据分析员', 'Analyst'],
  office: ['政府办公室', 'Government office'],
  'system-admin': ['系统管理员', 'System administrator'],
  'security-admin': ['安全管理员', 'Security administrator'],
  'audit-admin': ['审计管理员', 'Audit administrator'],
})
export type RoleCode = keyof typeof roleNames
export const roleCodes = Object.keys(roleNames) as RoleCode[]
export const isRoleCode = (role: string): role is RoleCode => role in roleNames
