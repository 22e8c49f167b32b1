import { describe, expect, it } from 'vitest'
import { may } from '../authority/index.ts'
import { clauses } from '../clauses/index.ts'
import type { Decision } from '../kernel/index.ts'
import { liangshan202318 } from '../policy/index.ts'
import {
  acceptReport,
  centreSendsBack,
  confirm,
  drop,
  entered,
  knowledgeRefusals,
  mayWriteFor,
  ownerSendsBack,
  publish,
  rejectReport,
  report,
  reviewDay,
  reviewNearness,
  revise,
  rewrite,
  submit,
  vouch,
  withdraw,
  type Content,
  type Doer,
  type Draft,
  type DraftState,
  type Report,
  type Surroundings,
  type Told,
} from './index.ts'

const person = (role: string, accountId: string, ...unitIds: readonly string[]): Doer => ({
  accountId,
  unitIds,
  may: (action) => may({ roles: [role], outsourced: false }, action),
})
const clerk = person('unit-clerk', 'clerk', 'housing')
const reviewer = person('unit-reviewer', 'reviewer', 'housing')
const editor = person('knowledge-editor', 'editor', 'centre')
const manager = person('centre-manager', 'manager', 'centre')
const stranger = person('unit-reviewer', 'stranger', 'transport')
const strangeClerk = person('unit-clerk', 'strange-clerk', 'transport')
const seat = person('seat', 'seat', 'centre')

const codeOf = (decision: Decision<unknown>): string => (decision.ok ? 'yes' : decision.refusal.code.replace('knowledge.', ''))
const draft = (state: DraftState, more: Partial<Draft> = {}): Draft => ({
  ownerUnitId: 'housing',
  state,
  revision: 3,
  writers: ['clerk'],
  vouchedBy: null,
  ...more,
})

describe('第十七条 [17a] 谁在哪一步可以做什么', () => {
  const steps = { rewrite, submit, drop, vouch, ownerSendsBack, publish, centreSendsBack }
  const people = { clerk, reviewer, editor, manager, stranger, strangeClerk, seat }
  const allowed = (state: DraftState): Record<string, string> =>
    Object.fromEntries(
      Object.entries(steps).map(([name, step]) => [
        name,
        Object.entries(people)
          .filter(([, doer]) => step({ draft: draft(state, { vouchedBy: 'reviewer' }), doer, revision: 3 }).ok)
          .map(([who]) => who)
          .join(' '),
      ]),
    )
  const nobody = { rewrite: '', submit: '', drop: '', vouch: '', ownerSendsBack: '', publish: '', centreSendsBack: '' }
  const writing = { ...nobody, rewrite: 'clerk editor', submit: 'clerk editor', drop: 'clerk editor' }

  it.each([
    ['draft', writing],
    ['returned', writing],
    ['owner-review', { ...nobody, vouch: 'reviewer', ownerSendsBack: 'reviewer' }],
    ['centre-review', { ...nobody, publish: 'editor manager', centreSendsBack: 'editor manager' }],
    ['published', nobody],
    ['dropped', nobody],
  ] as const)('%s', (state, expected) => expect(allowed(state)).toEqual(expected))

  it('起草 → 提供单位审核 → 中心审核 → 发布，退回的回到起草', () => {
    const at = (state: DraftState, more: Partial<Draft> = {}) => ({ draft: draft(state, more), revision: 3 })
    expect(submit({ ...at('draft'), doer: clerk })).toEqual({ ok: true, value: 'owner-review' })
    expect(vouch({ ...at('owner-review'), doer: reviewer })).toEqual({ ok: true, value: 'centre-review' })
    expect(publish({ ...at('centre-review'), doer: editor })).toEqual({ ok: true, value: 'published' })
    expect(ownerSendsBack({ ...at('owner-review'), doer: reviewer })).toEqual({ ok: true, value: 'returned' })
    expect(centreSendsBack({ ...at('centre-review'), doer: editor })).toEqual({ ok: true, value: 'returned' })
    expect(submit({ ...at('returned'), doer: clerk })).toEqual({ ok: true, value: 'owner-review' })
  })

  it('起草的人不审核，提供单位的审核人不再替中心审核', () => {
    const written = { draft: draft('centre-review', { writers: ['clerk', 'editor'] }), revision: 3 }
    expect(codeOf(publish({ ...written, doer: editor }))).toBe('own-words')
    expect(codeOf(publish({ ...written, doer: manager }))).toBe('yes')
    const ofCentre = draft('centre-review', { ownerUnitId: 'centre', writers: ['editor'], vouchedBy: 'manager' })
    expect(codeOf(publish({ draft: ofCentre, doer: manager, revision: 3 }))).toBe('same-reviewer')
    const own = draft('owner-review', { writers: ['reviewer'] })
    expect(codeOf(vouch({ draft: own, doer: reviewer, revision: 3 }))).toBe('own-words')
    expect(codeOf(ownerSendsBack({ draft: own, doer: reviewer, revision: 3 }))).toBe('own-words')
  })

  it('看过的不是最新的稿子，不能审核', () => {
    expect(codeOf(vouch({ draft: draft('owner-review'), doer: reviewer, revision: 2 }))).toBe('changed')
    expect(codeOf(publish({ draft: undefined, doer: editor, revision: 3 }))).toBe('not-found')
  })
})

const told: Told = { ownerUnitId: 'housing', version: 2, writtenBy: 'clerk', withdrawn: false }

describe('第十六条 [16c] 谁提供、谁负责、谁更新', () => {
  it('单位写本单位的，中心可以替任何单位写，别的单位和坐席不写', () => {
    expect([clerk, editor, strangeClerk, reviewer, seat].map((doer) => codeOf(mayWriteFor(doer, 'housing')))).toEqual([
      'yes',
      'yes',
      'not-yours',
      'not-yours',
      'not-yours',
    ])
  })

  it('修订：同时只有一稿；撤下的不再修订', () => {
    expect(codeOf(revise(told, false, clerk))).toBe('yes')
    expect(codeOf(revise(told, true, clerk))).toBe('underway')
    expect(codeOf(revise({ ...told, withdrawn: true }, false, clerk))).toBe('withdrawn')
    expect(codeOf(revise(told, false, strangeClerk))).toBe('not-yours')
    expect(codeOf(revise(undefined, false, clerk))).toBe('not-found')
  })

  it('撤下：提供单位的审核人或者中心；已经撤下的不再撤', () => {
    const may = (doer: Doer) => codeOf(withdraw(told, doer))
    expect([clerk, reviewer, editor, manager, stranger, seat].map(may)).toEqual([
      'not-yours',
      'yes',
      'yes',
      'yes',
      'not-yours',
      'not-yours',
    ])
    expect(codeOf(withdraw({ ...told, withdrawn: true }, editor))).toBe('withdrawn')
  })

  it('复核：只由提供单位的审核人，起草人不自己复核', () => {
    expect([clerk, reviewer, editor, stranger].map((doer) => codeOf(confirm(told, doer)))).toEqual([
      'not-yours',
      'yes',
      'not-yours',
      'not-yours',
    ])
    expect(codeOf(confirm({ ...told, writtenBy: 'reviewer' }, reviewer))).toBe('own-words')
    expect(codeOf(confirm({ ...told, ownerUnitId: 'centre' }, manager))).toBe('yes')
  })

  const { settings } = liangshan202318
  it('复核日期：标准答案6个月，其他12个月；不晚于失效日期', () => {
    const day = (more: Partial<Content>) => reviewDay({ type: 'guide', validTo: null, reviewOn: null, ...more }, '2026-08-31', settings)
    expect(day({})).toBe('2027-08-31')
    expect(day({ type: 'standard-answer' })).toBe('2027-02-28')
    expect(day({ validTo: '2026-10-01' })).toBe('2026-10-01')
    expect(day({ reviewOn: '2026-09-15' })).toBe('2026-09-15')
    expect(day({ reviewOn: '2026-08-30' })).toBe('2027-08-31')
  })

  it('到期前30日起临近，当日仍在期内，次日起逾期', () => {
    const nearness = (today: string) => reviewNearness('2027-03-31', today, settings)
    expect(['2027-02-28', '2027-03-01', '2027-03-31', '2027-04-01'].map(nearness)).toEqual(['far', 'near', 'near', 'late'])
  })
})

describe('第十五条 [15] 录入标准', () => {
  const content: Content = {
    type: 'guide',
    title: '公租房怎样申请',
    variants: ['廉租房怎么申请 ', '廉租房怎么申请', ''],
    keywords: ['公租房'],
    body: '向乡镇申请。',
    ownerUnitId: 'housing',
    document: { name: '公租房管理办法', number: null, article: null },
    region: null,
    validFrom: '2026-01-01',
    validTo: null,
    reviewOn: null,
  }
  const around: Surroundings = { today: '2026-03-02', ownerInForce: true, regionKnown: true, titleTaken: false }
  const code = (more: Partial<Content>, other: Partial<Surroundings> = {}) =>
    codeOf(entered({ ...content, ...more }, { ...around, ...other }))

  it.each([
    ['提供单位已撤销', {}, { ownerInForce: false }, 'owner-not-in-force'],
    ['没有这个地区', {}, { regionKnown: false }, 'region-unknown'],
    ['同名', {}, { titleTaken: true }, 'title-taken'],
    ['失效早于生效', { validFrom: '2026-04-01', validTo: '2026-03-31' }, {}, 'dates-contradict'],
    ['已经失效', { validTo: '2026-03-01' }, {}, 'over-already'],
    ['今天失效的还可以', { validTo: '2026-03-02' }, {}, 'yes'],
    ['复核日期已过', { reviewOn: '2026-03-01' }, {}, 'review-past'],
    ['法律法规没写条款', { type: 'law' }, {}, 'article-missing'],
    ['法律法规写了条款', { type: 'law', document: { name: '某法', number: null, article: '第二条' } }, {}, 'yes'],
  ] as const)('%s', (_what, more, other, expected) => expect(code(more, other)).toBe(expected))

  it('问法去掉空的和重复的；复核日期晚于失效日期的，提前到失效日期', () => {
    const given = entered({ ...content, validTo: '2026-05-01', reviewOn: '2026-06-01' }, around)
    expect(given).toMatchObject({ ok: true, value: { variants: ['廉租房怎么申请'], reviewOn: '2026-05-01' } })
  })
})

describe('第十七条 [17a] 纠错', () => {
  const open: Report = { ownerUnitId: 'housing', version: 2, state: 'open' }
  it('现在告诉人的才能纠错', () => {
    expect(codeOf(report(told, true))).toBe('yes')
    expect(codeOf(report(told, false))).toBe('not-found')
    expect(codeOf(report({ ...told, withdrawn: true }, true))).toBe('not-found')
    expect(codeOf(report(undefined, true))).toBe('not-found')
  })

  it('由提供单位的审核人或者中心处理，一次', () => {
    for (const decide of [(doer: Doer) => acceptReport(open, told, doer), (doer: Doer) => rejectReport(open, doer)])
      expect([clerk, reviewer, editor, manager, stranger, seat].map((doer) => codeOf(decide(doer)))).toEqual([
        'not-yours',
        'yes',
        'yes',
        'yes',
        'not-yours',
        'not-yours',
      ])
    for (const state of ['accepted', 'answered', 'rejected'] as const)
      expect(codeOf(rejectReport({ ...open, state }, editor))).toBe('report-decided')
  })

  it('属实的等到新版本发布才算答复；已有新版本或者已经撤下的，当即答复', () => {
    expect(acceptReport(open, told, editor)).toEqual({ ok: true, value: 'accepted' })
    expect(acceptReport(open, { ...told, version: 3 }, editor)).toEqual({ ok: true, value: 'answered' })
    expect(acceptReport(open, { ...told, withdrawn: true }, editor)).toEqual({ ok: true, value: 'answered' })
  })

  it('每个拒绝都注明真实的条款', () => {
    const ids = new Set<string>(clauses.map(({ id }) => id))
    for (const text of Object.values(knowledgeRefusals)) if ('clause' in text) expect(ids.has(text.clause)).toBe(true)
  })
})
