import { kinds } from '@open12345/domain/vocabulary'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../app.ts'
import { endedIn } from '../work-order/testing/ended.ts'
import { orderHouse, type OrderHouse } from '../work-order/testing/order-house.ts'
import { historyOfFile, historyOfOrders, listModels, suggestFrom, train, useRules, useVersion, told, type History } from './index.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

/** What the rules do not know: made-up words, each with its kind, its subject and its unit. */
const taught = [
  ['consultation', 'tax', 'tax', '呼噜呼噜'],
  ['help', 'roads', 'transport', '吧嗒吧嗒'],
  ['complaint', 'noise', 'ecology', '叽叽喳喳'],
] as const
const places = ['东头', '西头', '南头', '北头', '桥边', '河边', '坡上', '坡下', '院里', '院外']
const lines = (): string =>
  Array.from({ length: 150 }, (_, at) => {
    const [kind, subject, unit, said] = taught[at % taught.length]!
    return JSON.stringify({ text: `${places[at % 10]}${said}${places[(at * 7) % 10]}第${at}回`, kind, subject, unit })
  }).join('\n')

const units = ['tax', 'transport', 'ecology']
const history = (text: string): History => {
  const read = historyOfFile('history.jsonl', text, units)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}
const inUse = async (app: App) => (await listModels(app)).filter(({ state }) => state === 'in-use')
const versionOf = async (tells: string) => (await inUse(house.app)).find((row) => row.tells === tells)?.version

describe('第十七条 [17b] 从本地的历史学习', () => {
  it('没有学过时用规则；学会了、比规则好，才启用，并说明来自哪一版', async () => {
    const before = await suggestFrom(house.app)
    expect(before('请问怎么办理').kind).toMatchObject({
      from: { by: 'rules' },
      ranked: [{ value: 'consultation', reasons: ['请问', '怎么办理'] }],
    })
    expect(before('叽叽喳喳')).toMatchObject({ kind: { ranked: [] }, subject: { ranked: [] }, unit: { ranked: [] } })

    const { version, outcomes } = await train(house.app, history(lines()))
    expect(outcomes.map(({ tells, became }) => [tells, became])).toEqual(told.map((tells) => [tells, 'in-use']))
    const after = (await suggestFrom(house.app))('河边叽叽喳喳')
    expect(after.kind).toMatchObject({ from: { by: 'model', version }, ranked: [{ value: 'complaint' }, {}, {}] })
    expect(after.subject.ranked[0]!.value).toBe('noise')
    expect(after.unit.ranked[0]!.value).toBe('ecology')
    expect(after.unit.ranked[0]!.reasons.join()).toContain('叽叽喳喳')
    expect(after.unit.ranked[0]!.confidence).toBeGreaterThan(0.5)
  })

  it('同样的历史学出同样的模型', async () => {
    const digests = async (version: number) =>
      (await listModels(house.app)).filter((row) => row.version === version).map(({ digest }) => digest)
    const [one, other] = [await train(house.app, history(lines())), await train(house.app, history(lines()))]
    expect(await digests(one.version)).toEqual(await digests(other.version))
    expect(other.version).toBe(one.version + 1)
  })

  it('不比规则好的留作候选，原来的继续用；没有好的就用规则', async () => {
    await useRules(house.app, told)
    // The rules are never wrong here: as good is not better.
    const spoken = lines().replaceAll('呼噜呼噜', '请问怎么办理').replaceAll('吧嗒吧嗒', '请尽快派人').replaceAll('叽叽喳喳', '我要投诉')
    const { version, outcomes } = await train(house.app, history(spoken))
    const kind = outcomes.find(({ tells }) => tells === 'kind')!
    expect(kind).toMatchObject({ became: 'no-better-than-rules', figures: { macroF1: 1 }, rules: { macroF1: 1 } })
    expect(await versionOf('kind')).toBeUndefined()
    expect((await suggestFrom(house.app))('请问怎么办理').kind.from).toEqual({ by: 'rules' })
    expect(await useVersion(house.app, version, ['kind'])).toEqual({ became: 'no-better' })
  })

  it('管理员可以回到旧版，也可以只用规则', async () => {
    expect(await useVersion(house.app, 1, told)).toEqual({ became: 'used', tells: expect.arrayContaining([...told]) })
    expect((await suggestFrom(house.app))('叽叽喳喳').subject.from).toEqual({ by: 'model', version: 1 })
    expect(await useVersion(house.app, 2, ['subject'])).toEqual({ became: 'used', tells: ['subject'] })
    expect([await versionOf('kind'), await versionOf('subject')]).toEqual([1, 2])
    expect(await useVersion(house.app, 99, told)).toEqual({ became: 'no-such-version' })
    await useRules(house.app, ['subject'])
    expect([await versionOf('kind'), await versionOf('subject')]).toEqual([1, undefined])
  })

  it('太少就不学', async () => {
    const { outcomes } = await train(house.app, history(lines().split('\n').slice(0, 60).join('\n')))
    expect(outcomes.map(({ became }) => became)).toEqual(['too-few', 'too-few', 'too-few'])
    expect(await versionOf('kind')).toBe(1)
  })

  it('存着的字节被改过就不用，用规则', async () => {
    await house.owner.query(`update learned_model set bytes = set_byte(bytes, 40, 255 - get_byte(bytes, 40)) where state = 'in-use'`)
    const fresh = { ...house.app }
    expect((await suggestFrom(fresh))('叽叽喳喳').kind.from).toEqual({ by: 'rules' })
  })

  it('断在半路，什么都没有写，在用的仍在用', async () => {
    const before = await listModels(house.app)
    let left = 2
    const now = () => {
      if (left-- === 0) throw new Error('killed')
      return house.app.clock.now()
    }
    const dying = train(
      { ...house.app, clock: { ...house.app.clock, now } },
      { ...history(lines()), past: history(lines()).past.map((one) => ({ ...one, unitId: null })) },
    )
    await expect(dying).rejects.toThrow('killed')
    expect(await listModels(house.app)).toEqual(before)
  })
})

describe('第十七条 [17b] 带来的历史文件', () => {
  const faults = (text: string) => {
    const read = historyOfFile('history', text, units)
    return read.ok ? [] : read.faults.map(({ row, field }) => [row, field])
  }

  it('表格与逐行 JSON 读出来一样', () => {
    const table = '内容,类别,事项,承办单位\n"叽叽喳喳，很吵",complaint,noise,ecology\n吧嗒吧嗒,help,,\n'
    const json = '{"text":"叽叽喳喳，很吵","kind":"complaint","subject":"noise","unit":"ecology"}\n{"text":"吧嗒吧嗒","kind":"help"}\n'
    expect(history(table)).toEqual(history(json))
    expect(history(`\uFEFF${json}`).past.length).toBe(2)
  })

  it('坏行指出行号，一行坏就一行都不学', () => {
    expect(
      faults('{"text":"叽叽喳喳","kind":"complaint"}\n\n{"text":"吧嗒吧嗒","kind":"shouting"}\nno json\n{"text":"短","kind":"help"}'),
    ).toEqual([
      [3, 'kind'],
      [4, undefined],
      [5, 'text'],
    ])
    expect(faults('内容,类别,事项,承办单位\n叽叽喳喳,complaint,noise,nobody\n吧嗒吧嗒,help,no-such,\n少一格,help\n')).toEqual([
      [2, '承办单位'],
      [3, '事项'],
      [4, undefined],
    ])
    expect(faults('内容,类别\n叽叽喳喳,help\n').length).toBeGreaterThan(0)
  })

  it('第二十条 [20c] 举报不从文件里学', () => {
    expect(faults('{"text":"叽叽喳喳","kind":"report"}')).toEqual([[1, 'kind']])
    expect(kinds).toContain('report')
  })
})

describe('第二十条 [20c] 举报、保密、密封的工单不进训练', () => {
  const bulk = history(lines())
  const digests = async (): Promise<readonly string[]> => {
    const own = await historyOfOrders(house.app)
    const { version } = await train(house.app, { ...own, past: [...bulk.past, ...own.past] })
    return (await listModels(house.app)).filter((row) => row.version === version).map(({ digest }) => digest)
  }

  it('只在举报里出现的词，模型一个字节都不变；公开工单的词会变', async () => {
    const word = '啰里啰嗦的稀奇事'
    const told = { content: `${word}，${word}` }
    await house.dispatchedTo('housing', told)
    const before = await digests()
    const report = { kind: 'report', subject: 'work-safety' }
    const reported = await house.dispatchedTo('housing', { ...told, ...report }, report)
    const confidential = await house.dispatchedTo('housing', { ...told, confidential: true }, { confidential: true })
    const retyped = await house.dispatchedTo('housing', { ...told, ...report })
    const unclassified = await house.file(told)
    expect(await digests()).toEqual(before)
    const open = await house.dispatchedTo('housing', told)
    expect(await digests()).not.toEqual(before)

    const { rows } = await house.owner.query<{ ids: string[] }>(
      `select array_agg(distinct id) as ids from audit_record, unnest(subject_ids) as id where action = 'learning.read'`,
    )
    expect(rows[0]!.ids).toContain(open.orderId)
    for (const { orderId } of [reported, confidential, retyped, unclassified]) expect(rows[0]!.ids).not.toContain(orderId)
  })

  it('姓名和电话不进训练', async () => {
    await house.dispatchedTo('housing', { content: '我叫司徒测红，电话18611223344，路灯不亮。', name: '司徒测红', phone: '18611223344' })
    const words = (await historyOfOrders(house.app)).past.map(({ text }) => text).join('\n')
    expect(words).toContain('路灯不亮')
    expect(words).not.toContain('司徒测红')
    expect(words).not.toContain('18611223344')
  })
})

describe('第十一条（二） [11-2] 从哪个单位最后答复学习', () => {
  it('退回并改派的，算最后答复的单位，且分量加倍；没人答复的不算', async () => {
    const ended = endedIn(house)
    const waiting = await house.dispatchedTo('housing', { content: '还在路上的那一件事' })
    await ended.answered({ content: '已经答复的那一件事' })
    const returned = await house.dispatchedTo('transport', { content: '退回改派的那一件事' })
    const returning = { reason: '不属于本单位职责', basis: '三定规定第二条', suggestedUnitId: 'housing' }
    await house.done('clerk-transport', returned.orderId, 'return', returning)
    await house.done('dispatcher', returned.orderId, 'accept-return', { assignmentId: 'assignment-1', note: null })
    await house.done('dispatcher', returned.orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    await house.done('clerk-housing', returned.orderId, 'sign')
    await house.done('handler-housing', returned.orderId, 'draft', { reply: '已经处理。' })
    await house.done('reviewer-housing', returned.orderId, 'approve')
    await house.done('handler-housing', returned.orderId, 'deliver', { way: 'tracking-page' })
    const { past } = await historyOfOrders(house.app)
    const of = (words: string) => past.find(({ text }) => text.includes(words))
    expect(waiting.orderId).not.toBe('')
    expect(of('还在路上')).toMatchObject({ unitId: null, worth: 1 })
    expect(of('已经答复')).toMatchObject({ unitId: 'housing', worth: 1 })
    expect(of('退回改派')).toMatchObject({ unitId: 'housing', worth: 2, where: expect.stringContaining('西昌') })
  })
})
