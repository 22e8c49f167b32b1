import { staffRoles, type StaffRole } from '@open12345/domain/authority'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { shippedUnits, unitsOn, type Unit } from '../organisation/index.ts'
import { hashPassword } from './password.ts'
import { factorRoles, insertDemonstrationFactors } from './second-factor.ts'

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

const password = demonstrationPassword
const atCentre = (role: StaffRole): DemonstrationAccount => {
  const [zh, en] = names[role]
  return { login: role, password, zh, en, role, unitId: role === 'office' ? 'office' : 'centre', outsourced: false }
}

const numerals = ['', '', '二', '三', '四', '五', '六'] as const

/** Where one person is not enough to keep the desk: so many in all, named `seat`, `seat-2` … */
const several = { seat: 6, dispatcher: 2, 'follow-up': 3 } as const satisfies Partial<Record<StaffRole, number>>
const colleagues = Object.entries(several).flatMap(([role, all]) =>
  Array.from({ length: all - 1 }, (_, index) => {
    const first = atCentre(role as keyof typeof several)
    const number = index + 2
    return { ...first, login: `${role}-${number}`, zh: `${first.zh}${numerals[number]}`, en: `${first.en} ${number}` }
  }),
)

type Staffed = Pick<Unit, 'unitId' | 'name' | 'shortName' | 'nameEn' | 'kind'>

const ofUnit = ({ unitId, name, shortName, nameEn }: Staffed): readonly DemonstrationAccount[] => {
  const [zh, en] = [shortName ?? name, nameEn ?? unitId]
  const one = (role: keyof typeof unitRoles): DemonstrationAccount => ({
    ...atCentre(role),
    login: `${unitRoles[role]}-${unitId}`,
    zh: zh + names[role][0],
    en: `${names[role][1]}, ${en}`,
    unitId,
  })
  const handler = one('unit-handler')
  // 13-3a: a second redo needs another handler.
  const second = { ...handler, login: `handler-2-${unitId}`, zh: `${handler.zh}二`, en: `${names['unit-handler'][1]} 2, ${en}` }
  return [one('unit-clerk'), handler, second, one('unit-reviewer')]
}

/** A township's matters are its county's people's; the centre has roles of its own. */
const hasStaff = ({ kind }: Staffed): boolean => kind !== 'township' && kind !== 'centre'

/** Departments come first: who is shown one of each role meets theirs. */
const accountsOf = (units: readonly Staffed[]): readonly DemonstrationAccount[] => [
  ...staffRoles.filter((role) => !isUnitRole(role)).map(atCentre),
  { ...atCentre('seat'), login: 'seat-outsourced', zh: '外包话务员', en: 'Seat agent of a contractor', outsourced: true },
  ...colleagues,
  ...units
    .filter(hasStaff)
    .toSorted((a, b) => Number(b.kind === 'department') - Number(a.kind === 'department'))
    .flatMap(ofUnit),
]

/** People in every role, and a clerk, two handlers and a reviewer in each unit of Liangshan; the login says what it is. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = accountsOf(shippedUnits('liangshan'))

/** Who is there already stays as they are. */
const insertAll = async (tx: Tx, app: App, passwordHash: string, accounts: readonly DemonstrationAccount[]): Promise<void> => {
  const [now, authority] = [app.clock.now(), { authority_id: app.config.authorityId }]
  const made = await tx
    .insertInto('account')
    .values(
      accounts.map(({ login, zh, outsourced }) => ({ ...authority, account_id: newId(now), login, name: zh, outsourced, created_at: now })),
    )
    .onConflict((conflict) => conflict.columns(['authority_id', 'login']).doNothing())
    .returning(['account_id', 'login'])
    .execute()
  if (made.length === 0) return
  const byLogin = new Map(accounts.map((account) => [account.login, account]))
  await tx
    .insertInto('credential')
    .values(made.map(({ account_id }) => ({ ...authority, account_id, password_hash: passwordHash, must_change: false, changed_at: now })))
    .execute()
  const grants = made.flatMap(({ account_id, login }) => {
    const account = byLogin.get(login)
    if (account === undefined) return []
    return [{ ...authority, grant_id: newId(now), account_id, role: account.role, unit_id: account.unitId, valid_from: now }]
  })
  await tx.insertInto('role_grant').values(grants).execute()
  const asking = await factorRoles(tx, app)
  const withFactor = grants.filter(({ role }) => asking.includes(role)).map(({ account_id: accountId }) => accountId)
  await insertDemonstrationFactors(tx, app, withFactor)
}

/** All with one password, which the program prints; in a demonstration only. The organisation must be there. */
export const loadDemonstrationAccounts = async (app: App): Promise<void> => {
  if (!app.config.demonstration) throw new Error('demonstration accounts outside a demonstration')
  const passwordHash = await hashPassword(demonstrationPassword)
  await asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const today = app.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
    await insertAll(tx, app, passwordHash, accountsOf(await unitsOn(tx, today)))
  })
}
