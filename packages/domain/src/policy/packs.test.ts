import { describe, expect, it } from 'vitest'
import { isClauseId } from '../clauses/index.ts'
import { kinds } from '../vocabulary/index.ts'
import { clockNames, type ClockName } from './clock-name.ts'
import type { Citation, Pack } from './pack.ts'
import { liangshan202318 } from './packs/liangshan-2023-18.ts'
import { sichuan2025 } from './packs/sichuan-2025.ts'
import { packInForce, rulesAt, type World } from './rules.ts'
import { decide, due, refusal, world } from './testing/world.ts'

const citations = (value: unknown): readonly Citation[] => {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(citations)
  return 'clause' in value && 'article' in value ? [value as Citation, ...below] : below
}

describe.each([liangshan202318, sichuan2025])('规定 $id', (pack: Pack) => {
  const cited = citations([pack.clocks, pack.settings, pack.warnings])
  it('每个数值都写明条款', () => {
    expect(cited.length).toBeGreaterThan(clockNames.length)
    for (const { clause, article } of cited) expect([isClauseId(clause), article.length > 0]).toEqual([true, true])
  })
  it('第二十七条 [27] 条文未写明的，都在登记表里，且登记表没有多余的', () => {
    const used = new Set([...cited.map(({ silent }) => silent), ...Object.values(pack.countingRestsOn), pack.datesAssumed])
    const registered = pack.silentDefaults.map(({ id }) => id)
    expect(new Set(registered).size).toBe(registered.length)
    expect(new Set([...used].filter((id) => id !== undefined))).toEqual(new Set(registered))
    for (const { clause, assumption, reason } of pack.silentDefaults) {
      expect(isClauseId(clause)).toBe(true)
      for (const text of [assumption.zh, assumption.en, reason.zh, reason.en]) expect(text.length).toBeGreaterThan(4)
    }
  })
})

describe('sichuan-2025', () => {
  const at = '2026-03-03T10:00+08:00'
  it('[12-2b] 咨询3、求助和意见建议7、投诉和举报15个工作日', () => {
    const span = (kind: (typeof kinds)[number]) => due({ clock: 'handle', kind, at, pack: 'sichuan-2025' }).span
    expect(kinds.map((kind) => [kind, span(kind)])).toEqual([
      ['consultation', '3wd'],
      ['help', '7wd'],
      ['complaint', '15wd'],
      ['report', '15wd'],
      ['suggestion', '7wd'],
      ['praise', '5wd'],
      ['other', '7wd'],
    ])
  })
  it('其他时限沿用凉府办函〔2023〕18号，并且写明', () => {
    for (const clock of clockNames) {
      const ask = { clock, kind: 'help', at } as const
      const [own, parent] = [due({ ...ask, pack: 'sichuan-2025' }), due(ask)]
      expect([clock, own.span]).toEqual([clock, parent.span])
      expect([clock, own.inheritedFrom]).toEqual([clock, clock === 'handle' ? null : 'liangshan-2023-18'])
      if (clock !== 'handle') expect(own.sentences.zh.join('')).toContain('沿用 liangshan-2023-18')
    }
  })
  it('施行日期是推定的，解释中写明', () => {
    expect(due({ clock: 'handle', kind: 'help', at, pack: 'sichuan-2025' }).silentDefaults).toContainEqual(
      expect.objectContaining({ id: 'sichuan-dates', confirmed: false }),
    )
  })
})

describe('第二十八条 [28] 施行', () => {
  const ask = { clock: 'sign', calendar: 'liangshan' } as const
  it('2023年2月17日零点起施行；之前没有规定，不猜', () => {
    expect(refusal({ ...ask, at: '2023-02-16T23:59:59.999+08:00' })).toBe('policy.none-in-force')
    expect(due({ ...ask, at: '2023-02-17T00:00+08:00' }).pack).toBe('liangshan-2023-18')
    expect(decide({ ...ask, at: '2023-02-16T10:00+08:00' })).toMatchObject({ refusal: { clause: '28', facts: { date: '2023-02-16' } } })
  })
  it('点名的规定在施行前、有效期后同样拒绝', () => {
    expect(refusal({ ...ask, pack: 'sichuan-2025', at: '2025-12-24T23:59:59+08:00' })).toBe('policy.none-in-force')
    expect(refusal({ ...ask, pack: 'sichuan-2025', at: '2025-12-25T00:00+08:00' })).toBe('answered')
    expect(refusal({ ...ask, pack: 'sichuan-2025', at: '2030-12-25T00:00+08:00' })).toBe('policy.none-in-force')
  })
  it('不认识的地区、规定、日历', () => {
    const at = '2023-03-07T10:00+08:00'
    expect(refusal({ ...ask, authority: 'nowhere', at })).toBe('policy.unknown-authority')
    expect(refusal({ ...ask, pack: 'none', at })).toBe('policy.unknown-pack')
    expect(refusal({ ...ask, calendar: 'moon', at })).toBe('calendar.unknown')
  })
  it('第二十六条 [26] 另一地区只是另一份数据；改用新规定不影响以前的日期', () => {
    const adoption = (pack: string, from: string, to: string | null) => ({ pack, from, to, document: '测试' })
    const county = {
      id: 'county',
      name: { zh: '某县', en: 'A county' },
      calendar: 'national',
      adoptions: [adoption('liangshan-2023-18', '2023-06-01', null), adoption('sichuan-2025', '2026-01-01', null)],
    }
    const wider: World = { ...world, authorities: [...world.authorities, county] }
    const packOn = (on: string) => {
      const pack = packInForce('county', on, wider)
      return pack.ok ? pack.value.id : pack.refusal.code
    }
    expect(['2023-05-31', '2023-06-01', '2025-12-31', '2026-01-01'].map(packOn)).toEqual([
      'policy.none-in-force',
      'liangshan-2023-18',
      'liangshan-2023-18',
      'sichuan-2025',
    ])
    const rules = rulesAt('county', Temporal.Instant.from('2026-01-01T00:00+08:00'), wider)
    expect(rules).toMatchObject({ ok: true, value: { authority: 'county', calendar: { id: 'national' } } })
  })
  it('改数字只需改数据：关门即届满、7个工作日改为6个', () => {
    const own: Pack = {
      ...liangshan202318,
      id: 'own',
      clocks: {
        ...liangshan202318.clocks,
        sign: { ...liangshan202318.clocks.sign, value: { unit: 'working-day', count: 2 } } as Pack['clocks'][ClockName],
      },
      settings: { ...liangshan202318.settings, closeOfOffice: { ...liangshan202318.settings.closeOfOffice, value: true } },
    }
    expect(due({ clock: 'sign', at: '2023-03-07T10:00+08:00', pack: 'own' }, { ...world, packs: [own] }).dueAt).toBe(
      '2023-03-09T17:00:00+08:00',
    )
  })
})
