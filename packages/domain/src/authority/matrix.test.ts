import { describe, expect, it } from 'vitest'
import { clauses } from '../clauses/index.ts'
import {
  actions,
  administrators,
  allowedActions,
  clauseFor,
  compatible,
  matrix,
  may,
  mayRole,
  roles,
  scopeOf,
  type Action,
  type Role,
} from './index.ts'

/** Written from the regulation and the table of desks, action by action; the code's matrix is written role by role. */
const expected: Readonly<Record<Action, string>> = {
  'contact.take': 'seat',
  'order.record': 'seat',
  'assistant.ask': 'seat',
  'order.decline': 'seat dispatcher centre-manager office',
  'order.answer': 'seat expert dispatcher centre-manager',
  'order.accept': 'seat dispatcher centre-manager office',
  'order.dispatch': 'dispatcher centre-manager office',
  'order.correct': 'dispatcher centre-manager',
  'order.confirm-withdrawal': 'dispatcher centre-manager office',
  'order.seal': 'centre-manager office',
  'order.recuse': 'seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer office',
  'order.clear-accused': 'seat dispatcher office',
  'order.confirm-clearing': 'centre-manager office',
  'order.verify': 'seat dispatcher centre-manager office',
  'order.answer-verification': 'unit-clerk unit-handler unit-reviewer',
  'order.rule': 'dispatcher centre-manager office',
  'order.decide-extension': 'dispatcher centre-manager office',
  'order.except': 'centre-manager office',
  'order.coordinate': 'office',
  'order.mark-urgent': 'dispatcher centre-manager office',
  'order.act': 'seat dispatcher centre-manager office',
  'order.dispute': 'unit-clerk unit-handler unit-reviewer',
  'order.screen': 'centre-manager office',
  'order.mark': 'dispatcher follow-up centre-manager',
  'order.link-repeat': 'seat dispatcher centre-manager',
  'order.terminate': 'unit-clerk unit-reviewer',
  'order.confirm-termination': 'centre-manager office',
  'order.sign': 'unit-clerk unit-handler',
  'order.return': 'unit-clerk unit-handler unit-reviewer',
  'order.ask-extension': 'unit-clerk unit-handler unit-reviewer',
  'order.pass-on': 'unit-clerk unit-handler unit-reviewer',
  'order.draft': 'unit-handler',
  'order.approve': 'centre-manager unit-reviewer',
  'order.attempt': 'dispatcher centre-manager unit-clerk unit-handler office',
  'order.bridge': 'dispatcher follow-up centre-manager unit-clerk unit-handler office',
  'order.tell-again': 'follow-up centre-manager',
  'order.deliver': 'dispatcher centre-manager unit-clerk unit-handler unit-reviewer office',
  'order.follow-up': 'follow-up office',
  'order.redo': 'follow-up centre-manager office',
  'order.close': 'follow-up centre-manager office',
  'order.add-facts': 'requester seat dispatcher follow-up centre-manager',
  'order.read':
    'requester seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer office',
  'order.search': 'seat dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer office',
  'order.print': 'dispatcher supervisor centre-manager unit-clerk unit-handler unit-reviewer office',
  'identity.reveal': 'seat dispatcher centre-manager unit-clerk unit-handler office',
  'board.read': 'dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer analyst office',
  'knowledge.read':
    'seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer knowledge-editor analyst office',
  'knowledge.report':
    'seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer knowledge-editor analyst office',
  'knowledge.write': 'unit-clerk knowledge-editor',
  'knowledge.vouch': 'centre-manager unit-reviewer',
  'knowledge.publish': 'centre-manager knowledge-editor',
  'knowledge.withdraw': 'centre-manager unit-reviewer knowledge-editor',
  'knowledge.answer': 'centre-manager unit-reviewer knowledge-editor',
  'department.query': 'seat expert dispatcher centre-manager',
  'knowledge.read-reports': 'centre-manager unit-clerk unit-reviewer knowledge-editor',
  'knowledge.export': 'centre-manager unit-clerk unit-reviewer knowledge-editor',
  'model.draft': 'seat expert unit-handler',
  'model.review': 'supervisor centre-manager',
  'topic.read': 'dispatcher supervisor centre-manager unit-clerk unit-reviewer office',
  'topic.decide': 'dispatcher supervisor centre-manager office',
  'linkage.read': 'seat dispatcher centre-manager office',
  'linkage.call': 'seat',
  'linkage.record': 'seat dispatcher centre-manager office',
  'linkage.drill': 'dispatcher centre-manager office',
  'linkage.edit': 'centre-manager office',
  'live.listen': 'seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer office',
  'calendar.read':
    'seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer analyst office system-admin',
  'calendar.edit': 'centre-manager system-admin',
  'account.manage': 'security-admin',
  'audit.read': 'audit-admin',
  'audit.watch': 'security-admin',
  'message.read': 'follow-up centre-manager',
  'telephony.simulate': 'seat centre-manager',
  'unit.list':
    'seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer knowledge-editor analyst office system-admin security-admin audit-admin',
  'unit.change': 'system-admin',
  'catalogue.read':
    'seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer knowledge-editor analyst office',
  'catalogue.propose': 'dispatcher centre-manager office',
  'catalogue.review': 'centre-manager office',
  'place.list':
    'requester seat expert dispatcher follow-up supervisor centre-manager inspector unit-clerk unit-handler unit-reviewer knowledge-editor analyst office system-admin',
}

const outsourcedNever: readonly Action[] = [
  'order.dispatch',
  'order.redo',
  'order.close',
  'order.correct',
  'order.confirm-withdrawal',
  'order.confirm-clearing',
  'order.approve',
  'catalogue.propose',
  'catalogue.review',
]

describe('第七条（一） [7-1] 每个岗位能做什么，逐格写明', () => {
  for (const role of roles)
    it(`${role} × ${actions.length} 项操作`, () => {
      for (const action of actions) expect(mayRole([role], action), `${role} × ${action}`).toBe(expected[action].split(' ').includes(role))
    })

  it('每个“可以”都注明条款，条款真实存在', () => {
    const known = new Set<string>(clauses.map(({ id }) => id))
    for (const role of roles) for (const clause of Object.values(matrix[role])) expect(known.has(clause), `${role}: ${clause}`).toBe(true)
  })

  it('未知的岗位和未知的操作一律拒绝', () => {
    expect(mayRole(['emperor'], 'order.read')).toBe(false)
    expect(mayRole(['constructor', '__proto__'], 'order.read')).toBe(false)
    expect(mayRole(['seat'], 'order.erase')).toBe(false)
    expect(mayRole(['seat'], 'constructor')).toBe(false)
    expect(mayRole([], 'order.read')).toBe(false)
    expect(clauseFor(['seat'], 'order.answer')).toBe('11-1')
  })
})

describe('第二十条 [20-mechanism] 三员分立', () => {
  const shared: readonly Action[] = ['unit.list']
  it('三类管理员互不持有对方的操作，都不接触办件', () => {
    const held = administrators.map((role) => actions.filter((action) => mayRole([role], action) && !shared.includes(action)))
    const all = held.flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((action) => /^(order|contact|identity|board|message|live)\./.test(action))).toEqual([])
    for (const role of administrators) expect(scopeOf([role])).toBe('none')
  })

  it('管理员不兼任何岗位，派单方与承办方不由一人兼任', () => {
    for (const one of administrators) for (const other of roles) expect(compatible([one, other]), `${one} + ${other}`).toBe(one === other)
    expect(compatible(['dispatcher', 'unit-handler'])).toBe(false)
    expect(compatible(['seat', 'unit-handler'])).toBe(false)
    expect(compatible(['unit-clerk', 'unit-handler', 'unit-reviewer'])).toBe(true)
    expect(compatible(['dispatcher', 'follow-up', 'knowledge-editor'])).toBe(true)
  })

  it('混搭的岗位即使存在也什么都看不到', () => {
    expect(scopeOf(['dispatcher', 'unit-handler'])).toBe('none')
    expect(scopeOf(['audit-admin', 'dispatcher'])).toBe('none')
  })
})

describe('第二十条 [20c] 岗位看到的范围', () => {
  const scopes: Readonly<Record<Role, string>> = {
    requester: 'none',
    seat: 'seat',
    expert: 'seat',
    dispatcher: 'centre',
    'follow-up': 'centre',
    supervisor: 'centre',
    'centre-manager': 'centre',
    inspector: 'centre',
    'unit-clerk': 'unit',
    'unit-handler': 'unit',
    'unit-reviewer': 'unit',
    'knowledge-editor': 'none',
    analyst: 'none',
    office: 'centre',
    'system-admin': 'none',
    'security-admin': 'none',
    'audit-admin': 'none',
  }
  it.each(roles)('%s', (role) => expect(scopeOf([role])).toBe(scopes[role]))
})

describe('第二十条 [20b] 外包人员只接件，不决定如何办理', () => {
  it.each(roles)('%s 为外包人员时', (role) => {
    const allowed = allowedActions({ roles: [role], outsourced: true })
    for (const action of allowed) expect(may({ roles: [role], outsourced: false }, action)).toBe(true)
    for (const action of outsourcedNever) expect(allowed).not.toContain(action)
  })
  it('外包话务员照常接听、记录、解答', () => {
    const seat = { roles: ['seat'], outsourced: true }
    for (const action of ['contact.take', 'order.record', 'order.answer', 'order.decline', 'order.accept'])
      expect(may(seat, action)).toBe(true)
  })
})
