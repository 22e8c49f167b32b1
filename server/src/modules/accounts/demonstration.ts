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
  readonly password: string
  readonly zh: string
  readonly en: string
  readonly role: StaffRole
  readonly unitId: string
  readonly outsourced: boolean
}

const names: Readonly<Record<StaffRole, readonly [zh: string, en: string]>> = {
  seat: ['话务员', 'Seat agent'],
  expert: ['专家座席', 'Expert seat'],
  dispatcher: ['派单员', 'Dispatcher'],
  'follow-up': ['回访员', 'Follow-up officer'],
  supervisor: ['督办员', 'Supervisor'],
  'centre-manager': ['中心负责人', 'Centre manager'],
  inspector: ['质检员', 'Quality inspector'],
  'unit-clerk': ['经办员', 'Clerk'],
  'unit-handler': ['承办人', 'Handler'],
  'unit-reviewer': ['审核人', 'Reviewer'],
  'knowledge-editor': ['知识库编辑', 'Knowledge editor'],
  analyst: ['数据分析员', 'Analyst'],
  office: ['州政府办值班员', 'Prefecture office, on duty'],
  'system-admin': ['系统管理员', 'System administrator'],
  'security-admin': ['安全管理员', 'Security administrator'],
  'audit-admin': ['审计管理员', 'Audit administrator'],
}

const unitRoles = { 'unit-clerk': 'clerk', 'unit-handler': 'handler', 'unit-reviewer': 'reviewer' } as const
const isUnitRole = (role: StaffRole): role is keyof typeof unitRoles => role in unitRoles

const demonstrationUnits = [
  ['housing', '住建', 'Housing'],
  ['human-resources', '人社', 'Human resources'],
  ['market', '市场监管', 'Market regulation'],
  ['ecology', '生态环境', 'Ecology'],
  ['education', '教体', 'Education and sports'],
  ['transport', '交通', 'Transport'],
  ['water-supply', '供水', 'Water supply'],
  ['power-supply', '供电', 'Power supply'],
  ['xichang', '西昌', 'Xichang'],
  ['huili', '会理', 'Huili'],
] as const

const password = demonstrationPassword
const atCentre = (role: StaffRole): DemonstrationAccount => {
  const [zh, en] = names[role]
  return { login: role, password, zh, en, role, unitId: role === 'office' ? 'office' : 'centre', outsourced: false }
}

/** One account for each role, three for each of some units; the login says what it is. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...staffRoles.filter((role) => !isUnitRole(role)).map(atCentre),
  { ...atCentre('seat'), login: 'seat-outsourced', zh: '外包话务员', en: 'Seat agent of a contractor', outsourced: true },
  ...demonstrationUnits.flatMap(([unitId, zh, en]) =>
    staffRoles.filter(isUnitRole).map((role) => ({
      ...atCentre(role),
      login: `${unitRoles[role]}-${unitId}`,
      zh: zh + names[role][0],
      en: `${names[role][1]}, ${en}`,
      unitId,
    })),
  ),
]

const load = async (tx: Tx, app: App, passwordHash: string, account: DemonstrationAccount): Promise<void> => {
  const accountId = await insertAccount(tx, app, { login: account.login, name: account.zh, outsourced: account.outsourced })
  if (accountId === undefined) return
  await setPassword(tx, app, accountId, passwordHash)
  await insertGrant(tx, app, { accountId, role: account.role, unitId: account.unitId, from: app.clock.now() })
}

/** All with one password, which the program prints; in a demonstration only. The organisation must be there. */
export const loadDemonstrationAccounts = async (app: App): Promise<void> => {
  if (!app.config.demonstration) throw new Error('demonstration accounts outside a demonstration')
  const passwordHash = await hashPassword(demonstrationPassword)
  await asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    for (const account of demonstrationAccounts) await load(tx, app, passwordHash, account)
  })
}
