import type { ClauseId } from '../clauses/index.ts'
import type { Action } from './action.ts'
import type { Role } from './role.ts'

/**
 * Who may do what, written by hand; the clause stands beside each yes. What is not written is refused.
 * A yes is necessary, not sufficient: row-level security and the guards of the noun narrow it to the matter at hand.
 */
export const matrix: Readonly<Record<Role, Partial<Readonly<Record<Action, ClauseId>>>>> = {
  requester: { 'order.add-facts': '10-record', 'order.read': '3-mechanism', 'place.list': '10-record' },

  seat: {
    'contact.take': '2-nonstop',
    'order.record': '10-record',
    'order.decline': '9-guide',
    'order.answer': '11-1',
    'order.accept': '8-1',
    'order.clear-accused': '20c',
    'order.add-facts': '10-record',
    'order.read': '3-mechanism',
    'order.search': '13-4',
    'identity.reveal': '20b',
    'knowledge.read': '15',
    'live.listen': '3-mechanism',
    'calendar.read': '12-1',
    'telephony.simulate': '2-channels',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  expert: {
    'order.answer': '11-1',
    'order.read': '7-5',
    'knowledge.read': '15',
    'live.listen': '7-5',
    'calendar.read': '12-1',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  dispatcher: {
    'order.decline': '9-guide',
    // What was accepted and can be answered after all.
    'order.answer': '11-1',
    'order.accept': '9-guide',
    'order.dispatch': '11-2',
    'order.correct': '11-2',
    'order.clear-accused': '20c',
    'order.confirm-withdrawal': '20c',
    // Where the unit may not know who asks, the centre reaches them.
    'order.attempt': '20c',
    'order.deliver': '20c',
    'order.add-facts': '10-record',
    'order.read': '3-mechanism',
    'order.search': '13-4',
    'order.print': '20b',
    'identity.reveal': '20b',
    'board.read': '5-2',
    'knowledge.read': '15',
    'live.listen': '3-mechanism',
    'calendar.read': '12-1',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  'follow-up': {
    'order.follow-up': '13-1',
    'order.redo': '13-3a',
    'order.close': '13-2',
    'order.add-facts': '10-record',
    'order.read': '3-mechanism',
    'order.search': '13-4',
    'board.read': '5-2',
    'knowledge.read': '15',
    'live.listen': '3-mechanism',
    'calendar.read': '12-1',
    'message.read': '13-1',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  supervisor: {
    'order.read': '22-1',
    'order.search': '22-1',
    'order.print': '20b',
    'board.read': '21b',
    'knowledge.read': '15',
    'live.listen': '22-1',
    'calendar.read': '12-1',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  'centre-manager': {
    'order.decline': '9-guide',
    // What was accepted and can be answered after all.
    'order.answer': '11-1',
    'order.accept': '9-guide',
    'order.dispatch': '11-3b',
    'order.correct': '11-2',
    'order.confirm-clearing': '20c',
    'order.confirm-withdrawal': '20c',
    // Where the handling unit is the one complained of and nobody above it reviews.
    'order.approve': '20c',
    // Where the unit may not know who asks, the centre reaches them.
    'order.attempt': '20c',
    'order.deliver': '20c',
    'order.redo': '13-3a',
    'order.close': '13-3b',
    'order.add-facts': '10-record',
    'order.read': '3-mechanism',
    'order.search': '13-4',
    'order.print': '20b',
    'identity.reveal': '20b',
    'board.read': '5-2',
    'knowledge.read': '15',
    'live.listen': '3-mechanism',
    'calendar.read': '12-1',
    'calendar.edit': '26',
    'message.read': '13-1',
    'telephony.simulate': '14',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  inspector: {
    'order.read': '25',
    'order.search': '25',
    'board.read': '25',
    'knowledge.read': '15',
    'live.listen': '25',
    'calendar.read': '12-1',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  'unit-clerk': {
    'order.sign': '12-2a',
    'order.attempt': '12-0',
    'order.deliver': '12-0',
    'order.read': '18b',
    'order.search': '18b',
    'order.print': '20b',
    'identity.reveal': '20b',
    'board.read': '7-3',
    'knowledge.read': '15',
    'live.listen': '18b',
    'calendar.read': '12-2b',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  'unit-handler': {
    'order.sign': '12-2a',
    'order.draft': '7-2',
    'order.attempt': '12-0',
    'order.deliver': '12-0',
    'order.read': '18b',
    'order.search': '18b',
    'order.print': '20b',
    'identity.reveal': '20b',
    'board.read': '7-3',
    'knowledge.read': '15',
    'live.listen': '18b',
    'calendar.read': '12-2b',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  'unit-reviewer': {
    'order.approve': '7-2',
    'order.deliver': '12-0',
    'order.read': '18b',
    'order.search': '18b',
    'order.print': '20b',
    'board.read': '21a',
    'knowledge.read': '15',
    'live.listen': '18b',
    'calendar.read': '12-2b',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  'knowledge-editor': { 'knowledge.read': '16c', 'unit.list': '11-2', 'place.list': '10-record' },

  analyst: {
    'board.read': '5-2',
    'knowledge.read': '15',
    'calendar.read': '12-1',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  office: {
    // An order that accuses the centre itself is handled from above it, as the centre handles the others.
    'order.decline': '20c',
    'order.accept': '20c',
    'order.dispatch': '20c',
    'order.confirm-withdrawal': '20c',
    'order.clear-accused': '20c',
    'order.confirm-clearing': '20c',
    'order.attempt': '20c',
    'order.deliver': '20c',
    'order.follow-up': '20c',
    'order.redo': '20c',
    'order.close': '20c',
    'order.read': '4-office',
    'order.search': '4-office',
    'order.print': '20b',
    'identity.reveal': '20b',
    'board.read': '4-office',
    'knowledge.read': '15',
    'live.listen': '12-4a',
    'calendar.read': '12-1',
    'unit.list': '11-2',
    'place.list': '10-record',
  },

  'system-admin': {
    'calendar.read': '26',
    'calendar.edit': '26',
    'unit.list': '26',
    'place.list': '18a',
  },

  'security-admin': { 'account.manage': '20-mechanism', 'unit.list': '20-mechanism' },

  'audit-admin': { 'audit.read': '20b', 'unit.list': '20-mechanism' },
}
