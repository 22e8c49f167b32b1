import type { SessionView } from '@open12345/contract/session'
import { allowedActions, desksOf, staffRoles } from '@open12345/domain/authority'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { factorRoles, factorState, grantsOf, officerUnits, type Credential } from '../accounts/index.ts'

/** What the console draws from: roles in force, desks and allowed actions, computed here and nowhere else. */
export const sessionViewOf = async (tx: Tx, app: App, person: Credential, { byPassword = true } = {}): Promise<SessionView> => {
  const grants = person.mustChange ? [] : (await grantsOf(tx, [person.accountId], app.clock.now())).filter(({ inForce }) => inForce)
  const granted = staffRoles.filter((role) => grants.some((grant) => grant.role === role))
  const asking = await factorRoles(tx, app)
  const hasSecondFactor = (await factorState(tx, person.accountId)) === 'enrolled'
  const mustEnrolSecondFactor = !hasSecondFactor && granted.some((role) => asking.includes(role))
  const roles = mustEnrolSecondFactor ? [] : granted
  const units = new Map(grants.map(({ unitId, unitName }) => [unitId, unitName]))
  return {
    accountId: person.accountId,
    login: person.login,
    name: person.name,
    outsourced: person.outsourced,
    mustChangePassword: person.mustChange,
    mustEnrolSecondFactor,
    hasSecondFactor,
    byPassword,
    demonstration: app.config.demonstration,
    roles,
    units: [...units].map(([unitId, name]) => ({ unitId, name })),
    deputies: grants.flatMap(({ role, unitName, deputyFor, to }) =>
      deputyFor === null || to === null ? [] : [{ role, unitName, name: deputyFor.name, to: to.toString() }],
    ),
    officerOf: roles.length === 0 ? [] : [...(await officerUnits(tx, person.accountId, app.clock.now()))],
    actions: [...allowedActions({ roles, outsourced: person.outsourced })],
    desks: [...desksOf(roles)],
  }
}
