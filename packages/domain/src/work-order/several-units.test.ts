import { describe, expect, it } from 'vitest'
import { stageOf, unitTasksOf } from './stage.ts'
import {
  accepted,
  accepting,
  after,
  begin,
  clockOf,
  coordinating,
  coSigned,
  drafting,
  inHand,
  led,
  part,
  refusalOf,
  returning,
  verifying,
  type Person,
  type Story,
} from './testing/scenario.ts'
import type { Command } from './decide/index.ts'

const answer = (story: Story, day: string, [handler, reviewer]: readonly [Person, Person]): Story => {
  const drafted = after(story, `${day}T10:00`, handler, drafting)
  const ok = after(drafted, `${day}T10:30`, reviewer, { name: 'approve' })
  return after(ok, `${day}T11:00`, handler, { name: 'deliver', way: 'tracking-page', noteText: null })
}
const housing = ['handler', 'reviewer'] as const
const traffic = ['trafficHandler', 'trafficReviewer'] as const
const stages = (story: Story) => unitTasksOf(story.order).map(({ unitId, stage }) => [unitId, stage])
const jointly = (...parts: ReturnType<typeof part>[]): Command => ({ name: 'dispatch-jointly', parts })

describe('第十一条（三） 会签 [11-3a]', () => {
  it('各单位各有时钟，各自办理、各自答复；都答复了才算答复诉求人', () => {
    const story = coSigned()
    expect(clockOf(story, 'handle-1')).toMatchObject({ assignmentId: 'assignment-1', dueOn: '2023-08-24' })
    expect(clockOf(story, 'handle-2')).toMatchObject({ assignmentId: 'assignment-2', dueOn: '2023-08-24' })
    const half = answer(story, '2023-08-17', traffic)
    expect(half.order.status).toBe('in-hand')
    expect(clockOf(half, 'handle-2')?.outcome).toBe('met')
    expect(clockOf(half, 'requester-1')?.outcome).toBe('pending')
    expect(stages(half)).toEqual([
      ['housing', 'in-hand'],
      ['traffic', 'asked'],
    ])
    const whole = answer(half, '2023-08-18', housing)
    expect(whole.order.status).toBe('awaiting-follow-up')
    expect(clockOf(whole, 'requester-1')).toMatchObject({ outcome: 'met', metAt: '2023-08-18T03:00:00.000Z' })
  })

  it('各在各的环节；一个单位的人不能替另一个办', () => {
    const one = after(coSigned(), '2023-08-17T10:00', 'trafficHandler', drafting)
    expect(stages(one)).toEqual([
      ['housing', 'in-hand'],
      ['traffic', 'to-review'],
    ])
    expect(refusalOf(one, '2023-08-17T10:10', 'reviewer', { name: 'approve' })?.code).toBe('assignment.wrong-status')
    expect(refusalOf(one, '2023-08-17T10:10', 'xichangReviewer', { name: 'approve' })?.code).toBe('assignment.not-your-unit')
  })

  it('一个退回经同意：另一个照办，退回的部分再派', () => {
    const back = returning('2023-08-08T15:00', coSigned())
    const agreed = after(back, '2023-08-08T16:00', 'dispatcher', { name: 'accept-return', assignmentId: 'assignment-1', noteText: null })
    expect(agreed.order.status).toBe('awaiting-dispatch')
    const told = answer(agreed, '2023-08-17', traffic)
    expect(told.order.status).toBe('awaiting-dispatch')
    const again = after(told, '2023-08-17T14:00', 'dispatcher', { name: 'dispatch', unitId: 'xichang', principle: 'place', noteText: null })
    expect(again.order.assignments.map(({ unitId, role, status }) => [unitId, role, status])).toEqual([
      ['housing', 'co-sign', 'returned'],
      ['traffic', 'co-sign', 'delivered'],
      ['xichang', 'co-sign', 'awaiting-sign'],
    ])
    const signed = after(again, '2023-08-17T15:00', 'otherClerk', { name: 'sign' })
    expect(answer(signed, '2023-08-18', ['xichangHandler', 'xichangReviewer']).order.status).toBe('awaiting-follow-up')
  })

  it('中途增加、撤销、更换；其余都答复了，撤销即开始回访', () => {
    const added = after(inHand(), '2023-08-17T09:30', 'dispatcher', { name: 'add-unit', ...part('traffic', 'co-sign') })
    expect(added.order.assignments.map(({ role }) => role)).toEqual(['co-sign', 'co-sign'])
    const told = answer(added, '2023-08-17', housing)
    expect(told.order.status).toBe('in-hand')
    const withdrawn = after(told, '2023-08-18T09:00', 'dispatcher', {
      name: 'withdraw-unit',
      assignmentId: 'assignment-2',
      reasonText: 'reason-1',
    })
    expect(withdrawn.types).toEqual(['unit-withdrawn', 'follow-up-opened'])
    expect(withdrawn.order.status).toBe('awaiting-follow-up')
    expect(clockOf(withdrawn, 'handle-2')?.outcome).toBe('waived')
    const replaced = after(coSigned(), '2023-08-17T09:30', 'dispatcher', {
      name: 'replace-unit',
      assignmentId: 'assignment-2',
      reasonText: 'reason-1',
      unitId: 'xichang',
      principle: 'place',
      noteText: null,
    })
    expect(replaced.order.assignments.map(({ unitId, role, status }) => [unitId, role, status])).toEqual([
      ['housing', 'co-sign', 'in-hand'],
      ['traffic', 'co-sign', 'withdrawn'],
      ['xichang', 'co-sign', 'awaiting-sign'],
    ])
  })

  it('撤销唯一的单位：回到待派单，3小时工作时间内再派', () => {
    const story = after(inHand(), '2023-08-08T14:00', 'dispatcher', {
      name: 'withdraw-unit',
      assignmentId: 'assignment-1',
      reasonText: 'reason-1',
    })
    expect(story.order.status).toBe('awaiting-dispatch')
    expect(story.order.clocks.find(({ kind }) => kind === 'redispatch')?.dueAt).toBe('2023-08-08T09:00:00.000Z')
  })

  it('重办须指明单位；被指的重办，另一个的答复仍在', () => {
    const told = answer(answer(coSigned(), '2023-08-17', traffic), '2023-08-18', housing)
    const unhappy = after(told, '2023-08-18T12:00', 'requester', {
      name: 'rate',
      channel: 'web',
      service: null,
      result: 'dissatisfied',
      wordsText: null,
    })
    const asked = after(unhappy, '2023-08-18T14:00', 'followUp', {
      name: 'follow-up',
      outcome: 'dissatisfied',
      service: null,
      reason: 'not-done',
      noteText: null,
    })
    const redo = { name: 'order-redo', reason: 'not-done', instructionText: 'instruction-1' } as const
    expect(refusalOf(asked, '2023-08-18T15:00', 'followUp', redo)?.code).toBe('redo.which-unit')
    const redone = after(asked, '2023-08-18T15:00', 'followUp', { ...redo, assignmentId: 'assignment-2' })
    expect(redone.order.assignments.map(({ status }) => status)).toEqual(['delivered', 'in-hand'])
    const again = answer(redone, '2023-08-21', traffic)
    expect(again.order.status).toBe('awaiting-follow-up')
    expect(clockOf(again, 'requester-2')?.outcome).toBe('met')
  })

  it.each([
    ['只有一个牵头', [part('housing', 'lead')]],
    ['两个牵头', [part('housing', 'lead'), part('traffic', 'lead')]],
    ['会签混协办', [part('housing', 'co-sign'), part('traffic', 'assist')]],
    ['两个主办', [part('housing', 'lead'), part('traffic', 'principal'), part('xichang', 'principal')]],
  ])('角色不清的拒绝：%s', (_what, parts) => {
    expect(refusalOf(accepted(), '2023-08-08T10:00', 'dispatcher', jointly(...parts))?.code).toBe('dispatch.roles-unclear')
  })

  it('被举报单位、已撤销的单位、同一单位两次，都拒绝', () => {
    const relations = { ...accepting.relations, accusedUnitId: 'traffic' }
    const parts = jointly(part('housing', 'co-sign'), part('traffic', 'co-sign'))
    expect(refusalOf(accepted({ relations }), '2023-08-08T10:00', 'dispatcher', parts)?.code).toBe('dispatch.unit-accused')
    const gone = jointly(part('housing', 'co-sign'), part('gone', 'co-sign'))
    expect(refusalOf(accepted(), '2023-08-08T10:00', 'dispatcher', gone)?.code).toBe('dispatch.unit-unknown')
    const twice = jointly(part('housing', 'co-sign'), part('housing', 'co-sign'))
    expect(refusalOf(accepted(), '2023-08-08T10:00', 'dispatcher', twice)?.code).toBe('dispatch.unit-already')
    const present = { name: 'add-unit', ...part('traffic', 'co-sign') } as const
    expect(refusalOf(coSigned(), '2023-08-17T09:30', 'dispatcher', present)?.code).toBe('dispatch.unit-already')
  })

  it('还有单位在办，不能整件改为不予受理、直接解答或者提请协调', () => {
    const back = returning('2023-08-08T15:00', coSigned())
    const agreed = after(back, '2023-08-08T16:00', 'dispatcher', { name: 'accept-return', assignmentId: 'assignment-1', noteText: null })
    const command: Command = { name: 'ask-coordination', reasonText: 'reason-1', basisText: null }
    expect(refusalOf(agreed, '2023-08-08T16:10', 'dispatcher', command)?.code).toBe('acceptance.units-at-work')
  })
})

describe('第十一条（三） 牵头、主办、协办 [11-3b]', () => {
  it('协办比牵头提前2个工作日：牵头8月24日，协办8月22日；协办答复牵头，不答复诉求人', () => {
    const story = led()
    expect(story.order.assignments.map(({ unitId, role }) => [unitId, role])).toEqual([
      ['housing', 'lead'],
      ['traffic', 'assist'],
    ])
    expect(clockOf(story, 'handle-1')?.dueOn).toBe('2023-08-24')
    expect(clockOf(story, 'assist-2')).toMatchObject({ dueOn: '2023-08-22', assignmentId: 'assignment-2', clause: '11-3b' })
    expect(clockOf(story, 'handle-2')).toBeUndefined()
    const drafted = after(story, '2023-08-17T10:00', 'trafficHandler', drafting)
    const given = after(drafted, '2023-08-17T11:00', 'trafficReviewer', { name: 'approve' })
    expect(given.types).toEqual(['reply-approved', 'opinion-given'])
    expect(given.order.assignments[1]?.status).toBe('answered')
    expect(clockOf(given, 'assist-2')?.outcome).toBe('met')
    expect(refusalOf(given, '2023-08-17T11:10', 'trafficHandler', { name: 'deliver', way: 'phone', noteText: null })?.code).toBe(
      'assignment.wrong-status',
    )
  })

  it('牵头等协办答复后汇总，统一答复一次；协办逾期，不再等', () => {
    expect(refusalOf(led(), '2023-08-17T10:00', 'handler', drafting)).toMatchObject({ code: 'reply.assistants-first', clause: '11-3b' })
    expect(refusalOf(led(), '2023-08-22T23:59:59', 'handler', drafting)?.code).toBe('reply.assistants-first')
    expect(refusalOf(led(), '2023-08-23T00:00:00', 'handler', drafting)).toBeUndefined()
    const given = after(after(led(), '2023-08-17T10:00', 'trafficHandler', drafting), '2023-08-17T11:00', 'trafficReviewer', {
      name: 'approve',
    })
    const told = answer(given, '2023-08-18', housing)
    expect(told.order.status).toBe('awaiting-follow-up')
    expect(clockOf(told, 'requester-1')?.outcome).toBe('met')
  })

  it('单独承办的加协办：原单位成为牵头', () => {
    const story = after(inHand(), '2023-08-17T09:30', 'dispatcher', { name: 'add-unit', ...part('traffic', 'assist') })
    expect(story.order.assignments.map(({ role }) => role)).toEqual(['lead', 'assist'])
    // 牵头 8 月 8 日收到，8 月 24 日届满；协办 8 月 17 日加入：不少于牵头 7 天的一半 4 天，为 8 月 22 日。
    expect(clockOf(story, 'assist-2')?.dueOn).toBe('2023-08-22')
    expect(refusalOf(story, '2023-08-17T09:40', 'dispatcher', { name: 'add-unit', ...part('xichang', 'co-sign') })?.code).toBe(
      'dispatch.roles-unclear',
    )
  })

  it('牵头退回经同意：协办照办，再派的单位牵头', () => {
    const back = returning('2023-08-08T15:00', led())
    const agreed = after(back, '2023-08-08T16:00', 'dispatcher', { name: 'accept-return', assignmentId: 'assignment-1', noteText: null })
    const again = after(agreed, '2023-08-08T16:30', 'dispatcher', {
      name: 'dispatch',
      unitId: 'xichang',
      principle: 'place',
      noteText: null,
    })
    expect(again.order.assignments.map(({ unitId, role, status }) => [unitId, role, status])).toEqual([
      ['housing', 'lead', 'returned'],
      ['traffic', 'assist', 'in-hand'],
      ['xichang', 'lead', 'awaiting-sign'],
    ])
  })

  it('协办不单独延期', () => {
    const ask = { name: 'ask-extension', days: 3, reasonText: 'reason-1' } as const
    expect(refusalOf(led(), '2023-08-17T10:00', 'trafficHandler', ask)).toMatchObject({ code: 'extension.no-clock', clause: '12-3' })
  })
})

describe('第十一条（三） 专题协调 [11-3c]', () => {
  const designation = { name: 'designate', unitId: 'traffic', principle: 'duty', groundsText: 'grounds-1', noteText: null } as const
  it('提请州政府办公室，记录协调，指定承办单位；指定有约束力，不得再退', () => {
    const asked = coordinating()
    expect(stageOf(asked.order)).toBe('coordination')
    const held = after(asked, '2023-08-08T14:00', 'office', {
      name: 'hold-coordination',
      participants: ['housing', 'traffic'],
      recordText: 'record-1',
    })
    const designated = after(held, '2023-08-08T15:00', 'office', designation)
    expect(designated.types).toEqual(['designated', 'dispatched'])
    expect(designated.order.assignments[0]).toMatchObject({ unitId: 'traffic', bound: true })
    expect(clockOf(designated, 'dispatch-1')?.outcome).toBe('late')
    const back: Command = { name: 'return', reasonText: 'reason-1', basisText: 'basis-1', suggestedUnitId: 'housing' }
    expect(refusalOf(designated, '2023-08-08T16:00', 'trafficClerk', back)).toMatchObject({ code: 'return.bound', clause: '12-2c' })
  })
  it('退回经同意的单位也可以指定', () => {
    const agreed = after(returning(), '2023-08-08T16:00', 'dispatcher', {
      name: 'accept-return',
      assignmentId: 'assignment-1',
      noteText: null,
    })
    const asked = after(agreed, '2023-08-08T16:10', 'dispatcher', { name: 'ask-coordination', reasonText: 'reason-1', basisText: null })
    expect(after(asked, '2023-08-08T16:30', 'office', { ...designation, unitId: 'housing' }).order.assignments[1]).toMatchObject({
      unitId: 'housing',
      bound: true,
    })
  })
  it('只有州政府办公室能指定；没有提请的不能', () => {
    expect(refusalOf(coordinating(), '2023-08-08T15:00', 'manager', designation)?.code).toBe('work-order.not-entitled')
    expect(refusalOf(accepted(), '2023-08-08T15:00', 'office', designation)?.code).toBe('work-order.wrong-status')
  })
})

describe('第七条（一） 单位内部交办 [7-1]', () => {
  const toSection = { name: 'pass-on', unitId: 'housing-water', noteText: null } as const
  it('交给股室，时限比本单位提前1个工作日；股室反馈，本单位起草、审核、答复', () => {
    const passed = after(inHand(), '2023-08-08T14:00', 'clerk', toSection)
    expect(passed.order.clocks.find(({ kind }) => kind === 'sub-handle')).toMatchObject({ dueOn: '2023-08-23', clause: '7-1' })
    expect(stages(passed)).toEqual([
      ['housing', 'in-hand'],
      ['housing-water', 'in-hand'],
    ])
    const reported = after(passed, '2023-08-17T10:00', 'sectionHandler', { name: 'report-back', reportText: 'report-1' })
    expect(reported.order.clocks.find(({ kind }) => kind === 'sub-handle')?.outcome).toBe('met')
    expect(stages(reported)[1]).toEqual(['housing-water', 'asked'])
    expect(answer(reported, '2023-08-18', housing).order.status).toBe('awaiting-follow-up')
  })
  it('股室可以起草，但不能退回、延期、答复：那是承办单位的事', () => {
    const passed = after(inHand(), '2023-08-08T14:00', 'clerk', toSection)
    expect(after(passed, '2023-08-17T10:00', 'sectionHandler', drafting).order.assignments[0]?.draft?.by).toBe('section-1')
    const back: Command = { name: 'return', reasonText: 'reason-1', basisText: 'basis-1', suggestedUnitId: 'traffic' }
    expect(refusalOf(passed, '2023-08-08T15:00', 'sectionHandler', back)?.code).toBe('assignment.not-your-unit')
  })
  it('只交下属单位；没有交办的不能反馈', () => {
    expect(refusalOf(inHand(), '2023-08-08T14:00', 'clerk', { ...toSection, unitId: 'traffic' })).toMatchObject({
      code: 'pass-on.not-below',
      clause: '7-1',
    })
    expect(refusalOf(inHand(), '2023-08-08T14:00', 'handler', { name: 'report-back', reportText: 'report-1' })?.code).toBe('pass-on.none')
  })
})

describe('第九条 核实 [9-guide]', () => {
  it('请部门核实，1个工作日内答复；部门看得到来件，答复后不再看得到，座席据此受理或者引导', () => {
    const asked = verifying()
    expect(asked.order.clocks.find(({ kind }) => kind === 'verify')).toMatchObject({
      whose: 'unit',
      dueOn: '2023-08-17',
      clause: '9-guide',
    })
    expect(stages(asked)).toEqual([['housing', 'to-verify']])
    expect(stageOf(asked.order)).toBe('to-accept')
    const answered = after(asked, '2023-08-08T14:00', 'handler', {
      name: 'answer-verification',
      finding: 'out-of-scope',
      answerText: 'answer-1',
    })
    expect(answered.order.clocks.find(({ kind }) => kind === 'verify')?.outcome).toBe('met')
    expect(stages(answered)).toEqual([])
    const declined = after(answered, '2023-08-08T14:30', 'seat', {
      name: 'decline',
      ground: '9-1',
      lawfulChannel: 'court',
      explanationText: 'explanation-1',
      also: null,
    })
    expect(declined.order.status).toBe('closed')
  })
  it('没有核实完也可以先受理：核实随之停止', () => {
    const story = after(verifying(), '2023-08-08T11:00', 'seat', accepting)
    expect(story.order.clocks.find(({ kind }) => kind === 'verify')?.outcome).toBe('waived')
    expect(stages(story)).toEqual([])
  })
  it('一次只问一个部门；别的部门不能答；被举报单位不能问', () => {
    const ask = { name: 'ask-verification', unitId: 'traffic', questionText: 'question-1' } as const
    expect(refusalOf(verifying(), '2023-08-08T10:10', 'seat', ask)).toMatchObject({ code: 'verification.pending', clause: '9-guide' })
    const reply = { name: 'answer-verification', finding: 'within-scope', answerText: 'answer-1' } as const
    expect(refusalOf(verifying(), '2023-08-08T10:10', 'trafficHandler', reply)?.code).toBe('assignment.not-your-unit')
    const answered = after(verifying(), '2023-08-08T14:00', 'handler', reply)
    expect(refusalOf(answered, '2023-08-08T14:10', 'handler', reply)?.code).toBe('verification.none-pending')
    const accused = begin('2023-08-08T09:50', 'seat', { relations: { ...accepting.relations, accusedUnitId: 'traffic' } })
    expect(refusalOf(accused, '2023-08-08T10:10', 'seat', ask)?.code).toBe('dispatch.unit-accused')
  })
})
