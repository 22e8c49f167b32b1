import { staffRoles, type StaffRole } from '@open12345/domain/authority'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { insertAccount } from './accounts.ts'
import { setPassword } from './credentials.ts'
import { insertGrant } from './grants.ts'
import { hashPassword } from './password.ts'

export const demonstrationPassword = 'liangshan-12345'

export type DemonstrationAccount = {
  readonly login: string
  readonly name: string
  readonly role: StaffRole
  readonly unitId: string
  readonly outsourced?: boolean
}

const names: Readonly<Record<StaffRole, string>> = {
  seat: '话务员',
  expert: '专家座席',
  dispatcher: '派单员',
  'follow-up': '回访员',
  supervisor: '督办员',
  'centre-manager': '中心负责人',
  inspector: '质检员',
  'unit-clerk': '经办员',
  'unit-handler': '承办人',
  'unit-reviewer': '审核人',
  'knowledge-editor': '知识库编辑',
  analyst: '数据分析员',
  office: '州政府办值班员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
}

const unitRoles = { 'unit-clerk': 'clerk', 'unit-handler': 'handler', 'unit-reviewer': 'reviewer' } as const
const isUnitRole = (role: StaffRole): role is keyof typeof unitRoles => role in unitRoles

const demonstrationUnits = [
  ['housing', '住建'],
  ['human-resources', '人社'],
  ['market', '市场监管'],
  ['ecology', '生态环境'],
  ['education', '教体'],
  ['transport', '交通'],
  ['water-supply', '供水'],
  ['power-supply', '供电'],
  ['xichang', '西昌'],
  ['huili', '会理'],
] as const

/** One account for each role, three for each of some units; the login says what it is. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...staffRoles
    .filter((role) => !isUnitRole(role))
    .map((role) => ({ login: role, name: names[role], role, unitId: role === 'office' ? 'office' : 'centre' })),
  { login: 'seat-outsourced', name: '外包话务员', role: 'seat', unitId: 'centre', outsourced: true },
  ...demonstrationUnits.flatMap(([unitId, short]) =>
    staffRoles.filter(isUnitRole).map((role) => ({ login: `${unitRoles[role]}-${unitId}`, name: `${short}${names[role]}`, role, unitId })),
  ),
]

const load = async (tx: Tx, app: App, passwordHash: string, account: DemonstrationAccount): Promise<void> => {
  const accountId = await insertAccount(tx, app, account)
  if (accountId === undefined) return
  await setPassword(tx, app, accountId, passwordHash)
  await insertGrant(tx, app, { accountId, role: account.role, unitId: account.unitId, from: app.clock.now() })
}

/** All with one password, which the program prints; in a demonstration only. Load the organisation first. */
export const loadDemonstrationAccounts = async (app: App): Promise<readonly DemonstrationAccount[]> => {
  if (!app.config.demonstration) throw new Error('demonstration accounts outside a demonstration')
  const passwordHash = await hashPassword(demonstrationPassword)
  await asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    for (const account of demonstrationAccounts) await load(tx, app, passwordHash, account)
  })
  return demonstrationAccounts
}
