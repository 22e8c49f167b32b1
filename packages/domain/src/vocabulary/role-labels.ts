import type { StaffRole } from '../authority/index.ts'
import type { Label } from './labels.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** What each role that may be granted is called. */
export const roleLabels = {
  seat: label('话务员', 'Seat agent'),
  expert: label('专家座席', 'Expert'),
  dispatcher: label('派单员', 'Dispatcher'),
  'follow-up': label('回访员', 'Follow-up officer'),
  supervisor: label('督办员', 'Supervisor'),
  'centre-manager': label('中心负责人', 'Centre manager'),
  inspector: label('质检员', 'Quality inspector'),
  'unit-clerk': label('承办单位收办员', 'Unit clerk'),
  'unit-handler': label('承办人', 'Unit handler'),
  'unit-reviewer': label('承办单位审核人', 'Unit reviewer'),
  'knowledge-editor': label('知识编辑', 'Knowledge editor'),
  analyst: label('数据分析员', 'Analyst'),
  office: label('政府办公室', 'Government office'),
  'system-admin': label('系统管理员', 'System administrator'),
  'security-admin': label('安全管理员', 'Security administrator'),
  'audit-admin': label('审计管理员', 'Audit administrator'),
} as const satisfies Record<StaffRole, Label>
