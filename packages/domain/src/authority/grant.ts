import { accept, refuse, type Decision, type Refusal } from '../kernel/index.ts'
import { outsourcedRoles } from './may.ts'
import type { AccountRefusalCode } from './refusals.ts'
import type { StaffRole } from './role.ts'
import { compatible } from './scope.ts'

export type GrantAsked = {
  readonly role: StaffRole
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | undefined
  readonly now: Temporal.Instant
  /** Who grants is who receives. */
  readonly toSelf: boolean
  readonly holder: {
    readonly outsourced: boolean
    readonly disabled: boolean
    /** In force or yet to come. */ readonly roles: readonly string[]
  }
  /** For whom the holder stands in; undefined where the role is the holder's own. */
  readonly deputyFor?: Principal | undefined
}

export type Principal = {
  readonly isHolder: boolean
  readonly disabled: boolean
  /** Own grants (no deputy's) of this role in this unit. */
  readonly grants: readonly { readonly from: Temporal.Instant; readonly to: Temporal.Instant | undefined }[]
}

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) > 0

/** A deputy's grant ends by itself, and within that of whoever is stood in for. @clause 7-1 */
const judgeDeputy = (
  { isHolder, disabled, grants }: Principal,
  from: Temporal.Instant,
  to: Temporal.Instant | undefined,
): Decision<undefined, Refusal<AccountRefusalCode>> => {
  if (isHolder) return refuse({ code: 'account.deputy-self' })
  if (to === undefined) return refuse({ code: 'account.deputy-period' })
  const covers = grants.some((own) => !isAfter(own.from, from) && (own.to === undefined || !isAfter(to, own.to)))
  return !disabled && covers ? accept(undefined) : refuse({ code: 'account.deputy-beyond' })
}

/** Whether a role may be given to a person. @clause 20-mechanism */
export const decideGrant = ({
  role,
  from,
  to,
  now,
  toSelf,
  holder,
  deputyFor,
}: GrantAsked): Decision<undefined, Refusal<AccountRefusalCode>> => {
  if (toSelf) return refuse({ code: 'account.own-grant' })
  if (holder.disabled) return refuse({ code: 'account.disabled' })
  if (to !== undefined && !(isAfter(to, from) && isAfter(to, now))) return refuse({ code: 'account.period-invalid' })
  if (holder.outsourced && !outsourcedRoles.some((one) => one === role)) return refuse({ code: 'account.outsourced-role' })
  if (!compatible([...holder.roles, role])) return refuse({ code: 'account.roles-incompatible' })
  return deputyFor === undefined ? accept(undefined) : judgeDeputy(deputyFor, from, to)
}
