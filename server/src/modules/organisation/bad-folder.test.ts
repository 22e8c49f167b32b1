import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../testing/index.ts'
import { prefectureSentence } from '../../start/prefecture.ts'
import { loadPrefecture } from './index.ts'

const template = join(import.meta.dirname, '../../../../prefectures/example')
const tables = ['place', 'unit', 'responsibility', 'linkage_line', 'prefecture', 'policy_pack'] as const

let house: TestApp
let folder: string
beforeAll(async () => void (house = await testApp({ modules: [], config: { authorityId: 'example' } })))
afterAll(() => house.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open12345-prefecture-'))
  cpSync(template, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(join(folder, file), 'utf8')
  const after = change(before)
  expect(after, `${file} was not changed`).not.toBe(before)
  writeFileSync(join(folder, file), after)
}
type Tree = { [name: string]: Tree }
/** Reads, changes and writes a JSON file back. */
const editJson = (file: string, change: (value: Tree) => void): void =>
  edit(file, (text) => {
    const value = JSON.parse(text) as Tree
    change(value)
    return JSON.stringify(value)
  })
const replaced = (from: string, to: string) => (text: string) => text.replace(from, to)
const appended = (line: string) => (text: string) => `${text}${line}\n`
const set = (path: string, to: unknown) => (value: Tree) => {
  const names = path.split('.')
  const last = names.pop() ?? ''
  const holder = names.reduce((inner, name) => inner[name] ?? {}, value)
  if (to === undefined) delete holder[last]
  else holder[last] = to as Tree
}

const load = () => loadPrefecture(house.app, folder)
const rows = async () => {
  const all = await Promise.all(tables.map((table) => house.owner.query(`select * from ${table} t order by t::text`)))
  return all.map(({ rows: found }) => found as unknown)
}
/** file, row, field of what was refused; nothing was written. */
const refusedAt = async (): Promise<readonly (readonly unknown[])[]> => {
  const before = await rows()
  const loaded = await load()
  expect(await rows()).toEqual(before)
  if (loaded.ok) throw new Error('the folder was loaded')
  for (const { zh, en } of loaded.faults)
    expect([zh, en].map((said) => said.length > 3 && !said.includes('undefined'))).toEqual([true, true])
  return loaded.faults.map(({ file, row, field }) => [file, row, field])
}

type Place = readonly [row: number | undefined, field: string | undefined]
const badTables: readonly (readonly [what: string, file: string, change: (text: string) => string, places: readonly Place[]])[] = [
  ['上级不存在', 'units.csv', replaced('township,jia,,990001001', 'township,moon,,990001001'), [[11, '上级']]],
  ['督办不存在', 'units.csv', replaced('enterprise,,construction', 'enterprise,,moon'), [[9, '督办']]],
  ['行政区划不存在', 'units.csv', replaced('office,990022,', 'office,991122,'), [[13, '行政区划']]],
  ['单位出现两次', 'units.csv', appended('jia,又一个,,,county,,office,,2026-01-01,'), [[15, '单位']]],
  ['没有这种类型', 'units.csv', replaced('enterprise,,', 'company,,'), [[9, '类型']]],
  ['日期不存在', 'units.csv', replaced('Nature,department,,office,,2026-01-01', 'Nature,department,,office,,2026-02-30'), [[8, '起']]],
  [
    '止不晚于起',
    'units.csv',
    replaced('Nature,department,,office,,2026-01-01,', 'Nature,department,,office,,2026-01-01,2026-01-01'),
    [[8, '止']],
  ],
  [
    '不认识的列',
    'units.csv',
    replaced('英文名', '法文名'),
    [
      [1, '法文名'],
      [1, '英文名'],
    ],
  ],
  ['格数不对', 'units.csv', replaced('office,990022,2026-01-01,', 'office,990022,2026-01-01'), [[13, undefined]]],
  ['引号没有配对', 'units.csv', replaced('乙县人民政府', '"乙县人民政府'), [[undefined, undefined]]],
  [
    '没有热线中心',
    'units.csv',
    replaced('centre,示例州12345热线中心,热线中心,Hotline centre,centre', 'middle,示例州12345热线中心,热线中心,Hotline centre,centre'),
    [[undefined, '单位']],
  ],
  ['两段有效期重叠', 'places.csv', replaced('county,990001,2000-01-01,2024-06-01', 'county,990001,2000-01-01,2024-06-02'), [[3, '改为']]],
  ['两个州', 'places.csv', appended('991000,,又一个州,prefecture,,2000-01-01,'), [[9, undefined]]],
  ['乡镇挂在州下', 'places.csv', replaced('990001101,990001', '990001101,990000'), [[7, '上级']]],
  ['代码不是数字', 'places.csv', replaced('990022,990000', '99OO22,990000'), [[5, '代码']]],
  ['没有这个事项', 'responsibilities.csv', replaced('wages,', 'salaries,'), [[13, '事项']]],
  ['没有这个单位', 'responsibilities.csv', replaced('wages,990000,people', 'wages,990000,nobody'), [[13, '承办单位']]],
  ['没有这个原则', 'responsibilities.csv', replaced('wages,990000,people,duty', 'wages,990000,people,chance'), [[13, '原则']]],
  ['同一事项同一地方，有效期重叠', 'responsibilities.csv', appended('wages,990000,safety,duty,依据,2026-06-01,'), [[51, '起']]],
  ['热线的单位不存在', 'linkage.csv', replaced('utility,,waterworks', 'utility,,moon'), [[6, '单位']]],
  ['号码不是数字', 'linkage.csv', replaced('emergency,110', 'emergency,一一〇'), [[2, '号码']]],
  ['没有这类热线', 'linkage.csv', replaced('110,公安报警,emergency', '110,公安报警,urgent'), [[2, '类别']]],
  ['热线出现两次', 'linkage.csv', appended('police-110,又一个,emergency,110,,'), [[7, '热线']]],
  ['有事项没有单位', 'responsibilities.csv', (text: string) => text.replace(/^wages,.*\n/m, ''), [[undefined, '事项']]],
]

describe('第二十六条 [26] 有错的文件夹整个拒绝，指明文件、行和列', () => {
  it.each(badTables)('%s', async (_what, file, change, places) => {
    edit(file, change)
    expect(await refusedAt()).toEqual(places.map((place) => [file, ...place]))
  })

  it('成环的单位树：环上的每一行', async () => {
    edit('units.csv', replaced('county,,office,990001', 'county,jia-first,office,990001'))
    expect(await refusedAt()).toEqual([
      ['units.csv', 10, '上级'],
      ['units.csv', 11, '上级'],
    ])
  })

  it.each([
    ['缺时区', 'authority.json', set('timeZone', undefined), 'timeZone'],
    ['别的时区', 'authority.json', set('timeZone', 'Asia/Urumqi'), 'timeZone'],
    ['不认识的项目', 'authority.json', set('colour', 'red'), undefined],
    ['采用不存在的规定', 'authority.json', set('adoptions.0.pack', 'moon-1'), 'adoptions.0.pack'],
    ['通知的日期不在当年', 'calendar.json', set('notices.0.year', 2027), 'notices.0'],
    ['通知确定了没有的节日', 'calendar.json', set('notices.0.settles', ['moon-feast']), 'notices.0'],
    ['放假的止日在起日之前', 'calendar.json', set('notices.0.off.0.to', '2026-03-04'), 'notices.0.off.0'],
    ['办公时间重叠', 'calendar.json', set('officeHours.1.from', '11:30'), 'officeHours'],
    ['不认识的时限', 'packs/example-2026.json', set('clocks.lunch', { basis: 'fixed' }), 'clocks'],
    ['时限写错', 'packs/example-2026.json', set('clocks.sign.value', '4 hours'), 'clocks.sign.value'],
    ['没有这个条款', 'packs/example-2026.json', set('clocks.sign.clause', '99-9'), 'clocks.sign.clause'],
    ['默认值没有登记', 'packs/example-2026.json', set('silentDefaults', []), 'silentDefaults'],
    ['不沿用又不写全', 'packs/example-2026.json', set('inherits', null), 'clocks.redispatch'],
    ['沿用不存在的规定', 'packs/example-2026.json', set('inherits', 'moon-1'), 'inherits'],
    ['与自带的规定同名', 'packs/example-2026.json', set('id', 'sichuan-2025'), 'id'],
    [
      '时限绕回自己',
      'packs/example-2026.json',
      set('clocks.sign', { basis: 'half-of', clock: 'sign', clause: '12-2a', article: '第九条' }),
      'clocks.sign',
    ],
  ] as const)('%s', async (_what, file, change, field) => {
    editJson(file, change as (value: Tree) => void)
    expect((await refusedAt())[0]).toEqual([file, undefined, field])
  })

  it('缺文件、不是 JSON、加了文件头标记和英文列名', async () => {
    rmSync(join(folder, 'places.csv'))
    edit('calendar.json', replaced('{', ''))
    expect(await refusedAt()).toEqual([
      ['calendar.json', undefined, undefined],
      ['places.csv', undefined, undefined],
    ])
    cpSync(template, folder, { recursive: true })
    edit('places.csv', (text) => `\uFEFF${text.replace('代码,上级', 'code,parent').replaceAll('\n', '\r\n')}`)
    expect(await load()).toMatchObject({ ok: true })
  })
})

describe('第二十六条 [26] 改过的文件夹', () => {
  it('不再写的单位、地方、职责自装载之日起停用，不删除；写回来即恢复', async () => {
    expect(await load()).toMatchObject({ ok: true })
    const [before] = [await rows()]
    edit('units.csv', (text) => text.replace(/^yi-third,.*\n/m, ''))
    edit('responsibilities.csv', (text) => text.replace(/^street-lights,990022,.*\n/m, ''))
    expect(await load()).toMatchObject({ ok: true })
    const ended = await house.owner.query(`
      select unit_id, valid_on_to::text as "end" from unit where valid_on_to is not null
      union all select subject || ' ' || place_code, valid_on_to::text from responsibility where valid_on_to is not null order by 1`)
    expect(ended.rows).toEqual([
      { unit_id: 'street-lights 990022', end: '2026-03-02' },
      { unit_id: 'yi-third', end: '2026-03-02' },
    ])
    cpSync(template, folder, { recursive: true })
    expect(await load()).toMatchObject({ ok: true })
    expect(await rows()).toEqual(before)
  })

  it('第二十八条 [28] 已经施行的规定不能改动，采用的记录不能删去；尚未施行的可以改', async () => {
    expect(await load()).toMatchObject({ ok: true })
    editJson('packs/example-2026.json', set('clocks.sign.value', '8wh'))
    expect(await refusedAt()).toEqual([['packs/example-2026.json', undefined, undefined]])
    cpSync(template, folder, { recursive: true })
    editJson('authority.json', set('adoptions.0.from', '2026-02-01'))
    expect(await refusedAt()).toEqual([['authority.json', undefined, 'adoptions']])
    cpSync(template, folder, { recursive: true })
    const next = JSON.parse(readFileSync(join(template, 'packs/example-2026.json'), 'utf8')) as object
    const write = (version: string): void =>
      writeFileSync(join(folder, 'packs/next.json'), JSON.stringify({ ...next, id: 'example-2027', version, effectiveFrom: '2027-01-01' }))
    for (const version of ['1', '2']) {
      write(version)
      expect(await load()).toMatchObject({ ok: true })
    }
    const { rows: packs } = await house.owner.query(`select pack ->> 'version' as version from policy_pack where pack_id = 'example-2027'`)
    expect(packs).toEqual([{ version: '2' }])
  })
})

describe('第七条（一） [7-1] 文件夹不改工作台变更过的单位', () => {
  const atDesk = (change: string) => house.owner.query(`update unit set ${change}, decided_at = now() where unit_id = 'jia'`)
  const parentsOf = async () =>
    (await house.owner.query(`select unit_id, parent_id, name from unit where unit_id in ('jia', 'yi') order by 1`)).rows
  afterEach(() => house.owner.query(`update unit set decided_at = null`))

  it('装载照旧，说明保留了谁；装几次都一样', async () => {
    expect(await load()).toMatchObject({ ok: true, value: { keptUnits: [] } })
    await atDesk(`name = '甲市人民政府（新）', parent_id = 'yi'`)
    edit('units.csv', replaced('甲市人民政府,甲市', '甲市政府,甲市'))
    for (const time of [1, 2]) {
      const loaded = await load()
      expect(loaded, String(time)).toMatchObject({ ok: true, value: { keptUnits: ['jia'] } })
      if (loaded.ok) expect(prefectureSentence(loaded.value)).toContain('工作台变更过的 1 个单位保持不变：jia。')
    }
    expect(await parentsOf()).toMatchObject([{ name: '甲市人民政府（新）', parent_id: 'yi' }, { parent_id: null }])
  })

  it('文件夹自己不成环，与工作台改过的隶属合起来成环：拒绝，指明文件里的那一行', async () => {
    await atDesk(`parent_id = 'yi'`)
    edit('units.csv', replaced('county,,office,990022', 'county,jia,office,990022'))
    expect(await refusedAt()).toEqual([
      ['units.csv', 10, '上级'],
      ['units.csv', 13, '上级'],
    ])
  })
})
