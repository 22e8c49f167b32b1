import type { ClauseId } from '../clauses/index.ts'
import { actions, isAction, type Action } from './action.ts'
import { matrix } from './matrix.ts'
import { isRole, type Role } from './role.ts'

const clauses = (roles: readonly string[], action: Action): readonly ClauseId[] =>
  roles.flatMap((role) => (isRole(role) ? (matrix[role][action] ?? []) : []))

/** The clause on which one of these roles may do it; undefined means no. An unknown role or action is a no. */
export const clauseFor = (roles: readonly string[], action: string): ClauseId | undefined =>
  isAction(action) ? clauses(roles, action)[0] : undefined

export const mayRole = (roles: readonly string[], action: string): boolean => clauseFor(roles, action) !== undefined

/**
 * Deciding how a matter is handled is for the administration's own staff: a person of a contractor takes contacts and hands over.
 * @clause 20b
 */
const outsourcedActions: readonly Action[] = [
  'contact.take',
  'order.record',
  'assistant.ask',
  'order.decline',
  'order.answer',
  'order.accept',
  'order.verify',
  'order.act',
  'order.link-repeat',
  'order.add-facts',
  'order.recuse',
  'order.read',
  'order.search',
  'identity.reveal',
  'knowledge.read',
  'knowledge.report',
  'model.draft',
  'linkage.read',
  'linkage.call',
  'linkage.record',
  'live.listen',
  'calendar.read',
  'telephony.simulate',
  'unit.list',
  'catalogue.read',
  'place.list',
]

export type Holder = { readonly roles: readonly string[]; readonly outsourced: boolean }

export const may = (holder: Holder, action: string): boolean =>
  mayRole(holder.roles, action) && (!holder.outsourced || outsourcedActions.some((one) => one === action))

export const allowedActions = (holder: Holder): readonly Action[] => actions.filter((action) => may(holder, action))

/** Roles that a person of a contractor can hold at all. */
export const outsourcedRoles = ['seat', 'expert'] as const satisfies readonly Role[]
