import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journeysOf } from './journeys.ts'
import { carried } from './carried.ts'
import { judge, type Evidence } from './judge.ts'
import { rulesOf } from './rules.ts'
import { sabotages } from './sabotages/index.ts'
import { misplaced } from './spoil.ts'
import { clausesIn, type Test } from './tests.ts'

const test = (title: string, outcome: Test['outcome'] = 'passed'): Test => ({ file: 'sign.test.ts', title, outcome })
const tag = '@clause'
const source = (doc: string): { readonly path: string; readonly text: string } => ({
  path: 'sign.ts',
  text: `/** 签收 ${doc} */\nexport const sign = 1\n`,
})

const proven: Evidence = {
  clauses: ['12-1', '12-2a'],
  claims: [{ clause: '12-2a' }],
  rules: [{ clause: '12-2a', rule: 'sign.ts#sign' }],
  tests: [test('签收 [12-2a] 照收')],
}

const root = join(import.meta.dirname, '..', '..')

describe('破坏', () => {
  it('每条声明都有一处破坏；每处破坏在代码里恰好找到一处', () => {
    expect(carried.filter(({ clause }) => !sabotages.some((one) => one.clause === clause))).toEqual([])
    expect(sabotages.flatMap((sabotage) => misplaced(root, sabotage) ?? [])).toEqual([])
  })
})

describe('条款对照', () => {
  it('声明、规则、通过的测试三者俱全才算已实现', () => {
    const { rows, faults } = judge(proven)
    expect(faults).toEqual([])
    expect(rows).toEqual([
      { clause: '12-1', status: 'not-yet', rules: [], tests: [] },
      { clause: '12-2a', status: 'carried', rules: ['sign.ts#sign'], tests: proven.tests },
    ])
    expect(judge({ ...proven, claims: [] }).rows.map(({ status }) => status)).toEqual(['not-yet', 'not-yet'])
  })

  it.each([
    ['没有测试', { tests: [] }, 'Clause 12-2a is claimed, but no test named for it passes.'],
    ['测试没有运行', { tests: [test('[12-2a] 照收', 'not-run')] }, 'Clause 12-2a is claimed, but no test named for it passes.'],
    [
      '有一个测试失败',
      { tests: [test('[12-2a] 照收'), test('[12-2a] 记为逾期', 'failed')] },
      'Clause 12-2a is claimed, but a test named for it fails: sign.test.ts: [12-2a] 记为逾期',
    ],
    ['没有规则', { rules: [] }, 'Clause 12-2a is claimed, but no rule names it.'],
  ] as const)('声明了而%s：不算已实现，并说明是哪一条', (_, change, sentence) => {
    const { rows, faults } = judge({ ...proven, ...change })
    expect(faults).toEqual([sentence])
    expect(rows[1]?.status).toBe('not-yet')
  })

  it('规则、测试、声明写了没有的条款，都不通过', () => {
    const wrong = { ...proven, rules: [...proven.rules, { clause: '12-9', rule: 'sign.ts#late' }] }
    expect(judge(wrong).faults).toEqual(['sign.ts#late names clause 12-9, which there is not.'])
    expect(judge({ ...proven, tests: [...proven.tests, test('[99] 无此条')] }).faults).toEqual([
      'sign.test.ts names clause 99, which there is not: [99] 无此条',
    ])
    expect(judge({ ...proven, claims: [...proven.claims, { clause: '5-5' }] }).faults).toEqual([
      'Clause 5-5 is claimed, but there is no such clause.',
    ])
  })

  it('标题里方括号中的编号才是条款', () => {
    expect(clausesIn('第二十条 [20-mechanism] [20c]、第九条 [9-1]、[28]，不是 [%s] 也不是 12-1')).toEqual([
      '20-mechanism',
      '20c',
      '9-1',
      '28',
    ])
  })

  it('规则取自顶层声明的文档注释；写在别处的标签没有人读，算错', () => {
    expect(rulesOf([source(`${tag} 12-2a\n * ${tag} 12-2b`)])).toEqual({
      rules: ['12-2a', '12-2b'].map((clause) => ({ clause, rule: 'sign.ts#sign' })),
      faults: [],
    })
    expect(rulesOf([{ path: 'sign.ts', text: `// ${tag} 12-2a\nexport const sign = 1\n` }])).toEqual({
      rules: [],
      faults: ['sign.ts: 1 @clause stand at no top-level declaration.'],
    })
  })

  it('浏览器里的测试没有报告时，按文字列出，算作没有运行', () => {
    const text = `test.describe('第二条 [2-channels]', () => { test('网上提交', async () => {}); test.skip('别的', async () => {}) })\ntest('无条款', () => {})`
    expect(journeysOf([{ path: 'e2e/file.spec.ts', text }])).toEqual([
      { file: 'e2e/file.spec.ts', title: '第二条 [2-channels] 网上提交', outcome: 'not-run' },
      { file: 'e2e/file.spec.ts', title: '第二条 [2-channels] 别的', outcome: 'not-run' },
    ])
  })
})
