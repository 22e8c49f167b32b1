import { describe, expect, it } from 'vitest'
import type { WorkOrder } from './state.ts'
import {
  accepted,
  after,
  begin,
  contextAt,
  dispatched,
  inHand,
  noRelations,
  refusalOf,
  sealed,
  sealing,
  withIncident,
  type Story,
} from './testing/scenario.ts'
import { allowedActions } from './decide/index.ts'

const noon = '2023-08-08T12:30'
const code = (story: Story, who: Parameters<typeof refusalOf>[2], command: Parameters<typeof refusalOf>[3]) =>
  refusalOf(story, noon, who, command)?.code
const changed = (story: Story, change: Partial<WorkOrder>): Story => ({ ...story, order: { ...story.order, ...change } })
/** The manager who was named works here no more. */
const orphaned = (story: Story = sealed()): Story => changed(story, { knownTo: ['manager-gone', 'clerk-1', 'handler-1'] })

describe('第二十条 [20c] 密封：限定知悉人员', () => {
  it('由热线中心负责人列二至二十人，至少一名负责人；其他岗位不能', () => {
    const story = dispatched()
    for (const who of ['seat', 'dispatcher', 'followUp', 'handler', 'reviewer'] as const)
      expect(code(story, who, sealing(['manager-1', 'clerk-1']))).toBe('work-order.not-entitled')
    expect(code(story, 'office', sealing(['manager-1', 'clerk-1']))).toBe('work-order.for-centre')
    expect(code(story, 'manager', sealing(['manager-1', 'manager-1']))).toBe('seal.how-many')
    expect(code(story, 'manager', sealing(['manager-1', ...Array.from({ length: 20 }, (_, at) => `clerk-${at}`)]))).toBe('seal.how-many')
    expect(code(story, 'manager', sealing(['dispatcher-1', 'clerk-1']))).toBe('seal.no-keeper')
    expect(code(story, 'manager', sealing(['manager-1', 'dispatcher-1']))).toBe('seal.unit-left-out')
    const after1 = after(story, noon, 'manager', sealing(['manager-1', 'clerk-1']))
    expect(after1.order).toMatchObject({ grade: 'sealed', knownTo: ['manager-1', 'clerk-1'] })
  })

  it('外包人员、不在岗的、已回避的、被举报单位的人不能列入', () => {
    const story = dispatched()
    for (const who of ['seat-9', 'nobody-1'])
      expect(code(story, 'manager', sealing(['manager-1', 'clerk-1', who]))).toBe('seal.not-nameable')
    const stood = after(story, '2023-08-08T11:00', 'dispatcher', { name: 'recuse', reasonText: 'reason-1' })
    expect(code(stood, 'manager', sealing(['manager-1', 'clerk-1', 'dispatcher-1']))).toBe('seal.not-nameable')
    const report = accepted({ kind: 'report', relations: { ...noRelations, accusedUnitId: 'xichang', accusedAccountId: 'clerk-1' } })
    expect(code(report, 'manager', sealing(['manager-1', 'clerk-9']))).toBe('seal.not-nameable')
    expect(code(report, 'manager', sealing(['manager-1', 'clerk-1']))).toBe('seal.not-nameable')
  })

  it('未列入的，职级再高也一步办不了，连有没有这一件都不知道', () => {
    const story = sealed()
    for (const who of ['dispatcher2', 'office', 'trafficHandler', 'followUp2', 'reviewerAbove', 'seat'] as const) {
      for (const { refusal } of allowedActions(story.order, contextAt(noon, who, story.order)))
        expect(refusal?.code).toBe('work-order.not-found')
      expect(code(story, who, { name: 'recuse', reasonText: 'reason-1' })).toBe('work-order.not-found')
    }
    const free = allowedActions(story.order, contextAt(noon, 'handler', story.order)).filter(({ refusal }) => refusal === null)
    expect(free.map(({ action }) => action)).toContain('draft')
  })

  it('名单可以再改，增减都记在案；密级只升不降，受理、订正都不解密', () => {
    const again = after(sealed(), noon, 'manager', sealing(['manager-1', 'clerk-1', 'reviewer-1', 'dispatcher-2']))
    expect(again.history.at(-1)?.event).toMatchObject({
      added: ['dispatcher-2'],
      removed: ['dispatcher-1', 'handler-1', 'handler-2', 'follow-up-1'],
    })
    expect(code(again, 'handler', { name: 'draft', replyText: 'reply-1', internalText: null, proofFiles: [] })).toBe('work-order.not-found')
    expect(code(again, 'manager', sealing(['reviewer-1', 'clerk-1', 'manager-1', 'dispatcher-2']))).toBe('seal.unchanged')
    const early = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T09:52', 'manager', sealing(['manager-1', 'dispatcher-1']))
    const accepting = { name: 'accept', kind: 'help', subject: 'noise', place: { county: '513401', township: null } } as const
    const taken = after(early, '2023-08-08T09:55', 'dispatcher', {
      ...accepting,
      grade: 'open',
      urgency: 'ordinary',
      relations: noRelations,
    })
    expect(taken.order.grade).toBe('sealed')
  })

  it('派单、核实、增加单位、交办、电话告知，都只到有知悉人员的单位', () => {
    const early = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T09:52', 'manager', sealing(['manager-1', 'dispatcher-1', 'seat-1']))
    expect(code(early, 'seat', { name: 'ask-verification', unitId: 'housing', questionText: 'question-1' })).toBe('dispatch.unit-unnamed')
    const waiting = after(accepted(), '2023-08-08T09:57', 'manager', sealing(['manager-1', 'dispatcher-1', 'handler-1']))
    const to = (unitId: string) => ({ name: 'dispatch', unitId, principle: 'duty', noteText: null }) as const
    expect(refusalOf(waiting, noon, 'dispatcher', to('traffic'))).toMatchObject({ code: 'dispatch.unit-unnamed', clause: '20c' })
    expect(code(waiting, 'dispatcher', to('housing'))).toBeUndefined()
    const add = { name: 'add-unit', unitId: 'traffic', role: 'co-sign', principle: 'duty', noteText: null } as const
    expect(code(sealed(), 'dispatcher', add)).toBe('dispatch.unit-unnamed')
    // 12-0: somebody named above a section is of it too.
    expect(code(sealed(), 'clerk', { name: 'pass-on', unitId: 'housing-water', noteText: null })).toBeUndefined()
    const urgent = sealed(inHand({ urgency: 'special' }))
    const call = { name: 'call-unit', unitId: 'traffic', rank: 1, outcome: 'confirmed', noteText: null } as const
    expect(code(urgent, 'dispatcher', call)).toBe('dispatch.unit-unnamed')
  })

  it('正与事件一并办理的，先退出事件', () => {
    expect(code(withIncident(), 'manager', sealing(['manager-1', 'dispatcher-1']))).toBe('seal.with-incident')
  })

  it('知悉人员里再没有负责人的，由州政府办公室另列；原来列的仍在，办公室自己不因此知悉', () => {
    const left = orphaned()
    expect(code(left, 'dispatcher', sealing(['manager-1', 'dispatcher-1']))).toBe('work-order.not-entitled')
    expect(code(left, 'manager', sealing(['manager-1', 'dispatcher-1']))).toBe('work-order.not-found')
    expect(code(sealed(), 'office', sealing(['manager-1', 'office-1']))).toBe('work-order.not-found')
    const again = after(left, noon, 'office', sealing(['manager-1']))
    expect(again.order.knownTo).toEqual(['clerk-1', 'handler-1', 'manager-1'])
    expect(again.history.at(-1)?.event).toMatchObject({ added: ['manager-1'], removed: ['manager-gone'] })
    expect(code(again, 'office', sealing(['manager-1', 'office-1']))).toBe('work-order.not-found')
    // The only manager who is named stands back: then nobody answers for it either.
    const stood = after(sealed(), noon, 'manager', { name: 'recuse', reasonText: 'reason-1' })
    expect(code(stood, 'office', sealing(['office-1']))).toBe('seal.no-keeper')
  })

  it('举报热线中心的，由州政府办公室密封，列办公室的人负责', () => {
    const report = accepted({ kind: 'report', relations: { ...noRelations, accusedUnitId: 'centre' } })
    const told = after(report, noon, 'office', sealing(['office-1', 'office-2']))
    expect(told.order.knownTo).toEqual(['office-1', 'office-2'])
    expect(code(told, 'manager', sealing(['manager-1', 'office-1']))).toBe('work-order.not-found')
  })
})
