import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CatalogueChangeView, CatalogueEntryView, CataloguePreview } from '@open12345/contract/catalogue'
import { subjects } from '@open12345/domain/vocabulary'
import { answeringFor, applying } from '@open12345/domain/catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { browserOf } from '../../journey/testing/signed-in.ts'
import { loadOrganisation, readPrefecture, responsibleUnit } from '../organisation/index.ts'
import { orderHouse, type OrderHouse } from '../work-order/testing/order-house.ts'
import { loadDemonstrationProposal } from './demonstration.ts'
import { asked, catalogueDesk, today } from './testing/desk.ts'
import { readCatalogue } from './world.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const { as, propose, decide, accepted, suggested, history, spanRows, auditOf } = catalogueDesk(() => house)
const preview = async (more: object = {}) =>
  (await as('dispatcher'))<CataloguePreview>('POST', '/catalogue/changes/preview', { ...asked, ...more })
const listed = async (query = '', login = 'dispatcher') =>
  (await (await as(login))<{ items: CatalogueEntryView[] }>('GET', `/catalogue${query}`)).body.items

describe('第十一条（二） [11-2] 派单目录人人查得到，改由中心两个人', () => {
  it('谁看、谁提、谁审', async () => {
    for (const login of ['seat', 'clerk-housing', 'analyst', 'knowledge-editor']) {
      const desk = await as(login)
      expect((await desk('GET', '/catalogue')).status, login).toBe(200)
      for (const path of ['/catalogue/changes', '/catalogue/findings']) expect((await desk('GET', path)).status, login).toBe(403)
      expect((await desk('POST', '/catalogue/changes', asked)).status, login).toBe(403)
    }
    for (const login of ['system-admin', 'security-admin', 'audit-admin'])
      expect((await (await as(login))('GET', '/catalogue')).status, login).toBe(403)
    expect((await house.nobody('GET', '/catalogue')).status).toBe(401)
    expect((await decide('0195f000-0000-7000-8000-000000000009', 'acceptance', 'dispatcher')).status).toBe(403)
  })

  it('一个地方：每个事项一条，县里自己的和沿用州里的；与派单建议逐项相同', async () => {
    const items = await listed('?county=513401')
    expect(items).toHaveLength(subjects.length)
    expect(items.find(({ subject }) => subject === 'water-supply')).toMatchObject({ placeName: '凉山彝族自治州', unitId: 'water-supply' })
    expect(items.find(({ subject }) => subject === 'urban-order')).toMatchObject({ placeName: '西昌市', unitName: '西昌市人民政府' })
    await house.owner.query(`update unit set valid_on_to = '2026-06-01', merged_into = 'market' where unit_id = 'forestry'`)
    await house.owner.query(`update unit set valid_on_to = '2026-06-01' where unit_id = 'puge'`)
    await asActor(house.app.database, systemActor('liangshan'), async (tx) => {
      const { entries, world } = await readCatalogue(tx)
      const same = Map.groupBy(entries, ({ subject }) => subject)
      for (const on of ['2023-02-16', today, '2026-06-01'])
        for (const { code: subject } of subjects)
          for (const county of ['513401', '513428', null]) {
            const byRule = applying(same.get(subject) ?? [], { county, township: null }, world, on)
            const bySql = await responsibleUnit(tx, { subject, county }, Temporal.PlainDate.from(on))
            expect(byRule && answeringFor(world, byRule.unitId, on), `${subject} ${county} ${on}`).toBe(bySql?.unitId)
          }
    })
    await house.owner.query(`update unit set valid_on_to = null, merged_into = null where unit_id in ('forestry', 'puge')`)
  })

  it('提出不生效；自己不能审；另一个人同意，当天起派单建议就是新单位，昨天的不变', async () => {
    expect(await suggested('urban-order', '513401')).toBe('xichang')
    const shown = await preview()
    expect(shown.body).toMatchObject({
      before: { unitId: 'xichang' },
      after: { unitId: 'transport', name: '州交通运输局' },
      afterUntil: null,
      openOrders: 0,
      atOnce: true,
    })
    expect(shown.body.units.map(({ unitId, people }) => [unitId, people > 0])).toEqual([
      ['xichang', true],
      ['transport', true],
    ])
    const first = await propose({}, 'centre-manager', 'propose-once')
    const again = await propose({}, 'centre-manager', 'propose-once')
    expect([first.status, again.body.changeId]).toEqual([201, first.body.changeId])
    expect(first.body).toMatchObject({ state: 'open', own: true, before: { unitId: 'xichang' } })
    expect(await suggested('urban-order', '513401')).toBe('xichang')
    expect((await propose()).body.code).toBe('catalogue.proposal-open')
    expect((await decide(first.body.changeId, 'acceptance')).body).toMatchObject({ code: 'catalogue.own-proposal', clause: '11-2' })
    expect((await decide(first.body.changeId, 'refusal', 'centre-manager', { words: '不' })).body.code).toBe('catalogue.own-proposal')

    const running = await house.dispatchedTo('xichang', {}, { subject: 'urban-order' })
    const done = await decide(first.body.changeId, 'acceptance', 'office', {}, 'accept-once')
    expect(done.body).toMatchObject({ state: 'accepted', own: false })
    expect((await decide(first.body.changeId, 'acceptance', 'office', {}, 'accept-once')).status).toBe(200)
    expect((await decide(first.body.changeId, 'acceptance', 'office')).body.code).toBe('catalogue.change-over')
    expect([await suggested('urban-order', '513401'), await suggested('urban-order', '513401', '2026-03-01')]).toEqual([
      'transport',
      'xichang',
    ])
    expect(await suggested('urban-order', '513428')).toBe('puge')
    const { rows } = await house.owner.query('select unit_id, unit_ids from work_order where order_id = $1', [running.orderId])
    expect(rows, '在办的不动').toEqual([{ unit_id: 'xichang', unit_ids: ['xichang'] }])
    expect(await auditOf(first.body.changeId)).toEqual(['catalogue.accept', 'catalogue.propose'])
  })

  it('谁、什么时候、为什么改的，条目上写着；前后各段都在；受影响的单位在自己的页面上看到', async () => {
    const [entry] = (await listed()).filter(({ subject, placeCode }) => subject === 'urban-order' && placeCode === '513401')
    expect(entry).toMatchObject({ from: today, to: null, change: { reason: asked.reason, decidedAt: expect.any(String) as string } })
    const { spans, changes } = await history('urban-order', '513401', 'clerk-xichang')
    expect(spans.map(({ unitId, from, to }) => [unitId, from, to])).toEqual([
      ['transport', today, null],
      ['xichang', '2023-02-17', today],
    ])
    expect(changes.map(({ state }) => state)).toEqual(['accepted'])
    for (const [login, count] of [
      ['clerk-xichang', 1],
      ['clerk-transport', 1],
      ['clerk-housing', 0],
    ] as const) {
      const { body } = await (await as(login))<{ items: CatalogueChangeView[] }>('GET', '/catalogue/concerning')
      expect(body.items, login).toHaveLength(count)
    }
  })

  it('还没有定的只有中心看得到；不同意要写理由；撤回只归提出的人', async () => {
    const { body } = await propose({ subject: 'noise', placeCode: '513401', on: '2026-05-01' })
    expect((await history('noise', '513401', 'clerk-transport')).changes).toEqual([])
    expect((await history('noise', '513401')).changes).toHaveLength(1)
    expect((await decide(body.changeId, 'withdrawal', 'centre-manager')).body.code).toBe('catalogue.not-yours')
    expect((await decide(body.changeId, 'refusal')).status).toBe(400)
    expect((await decide(body.changeId, 'refusal', 'centre-manager', { words: '依据不足' })).body).toMatchObject({
      state: 'refused',
      words: '依据不足',
    })
    expect((await history('noise', '513401', 'clerk-transport')).changes).toEqual([])
    const second = await propose({ subject: 'noise', placeCode: '513401', on: '2026-05-01' })
    expect((await decide(second.body.changeId, 'withdrawal', 'dispatcher')).body.state).toBe('withdrawn')
    expect(await suggested('noise', '513401', '2026-05-01')).not.toBe('transport')
  })

  it('审的时候重新判：单位已经没有了、日子已经过了，都不再同意；所附工单要查得到', async () => {
    const { body } = await propose({ subject: 'noise', unitId: 'forestry', on: '2026-05-01' })
    await house.owner.query(`update unit set valid_on_to = '2026-04-01' where unit_id = 'forestry'`)
    expect((await decide(body.changeId, 'acceptance')).body.code).toBe('catalogue.unit-not-in-force')
    await house.owner.query(`update unit set valid_on_to = null where unit_id = 'forestry'`)
    expect((await decide(body.changeId, 'withdrawal', 'dispatcher')).status).toBe(200)
    expect((await propose({ subject: 'noise', evidence: ['0195f000-0000-7000-8000-000000000009'] })).body.code).toBe(
      'catalogue.evidence-unknown',
    )
    expect((await propose({ subject: 'noise', basis: '=1+1' })).status).toBe(400)
  })

  it('以后的日子：那天才变；没有开始的可以再改，前一项标明已被代替；中途断了什么也没有发生', async () => {
    const on = '2026-04-01'
    const first = await accepted({ subject: 'waste', on })
    expect([await suggested('waste', '513401'), await suggested('waste', '513401', on)]).toEqual(['xichang', 'transport'])
    house.clock.set(house.clock.now().add({ minutes: 1 }))
    const { body } = await propose({ subject: 'waste', on, unitId: 'ecology', until: '2026-07-01' })
    const before = await spanRows()
    await house.owner.query(`create function stop_here() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger stop_here before update on responsibility for each row execute function stop_here()`)
    expect((await decide(body.changeId, 'acceptance')).status).toBe(500)
    expect(await spanRows()).toEqual(before)
    await house.owner.query('drop trigger stop_here on responsibility')
    expect((await decide(body.changeId, 'acceptance')).status).toBe(200)
    expect([await suggested('waste', '513401', on), await suggested('waste', '513401', '2026-07-01')]).toEqual([
      'ecology',
      expect.any(String),
    ])
    const { changes } = await history('waste', '513401')
    expect(changes.map(({ changeId, state }) => [changeId, state])).toEqual([
      [body.changeId, 'accepted'],
      [first.changeId, 'replaced'],
    ])
  })

  it('两个人同时审，只成一次', async () => {
    const { body } = await propose({ subject: 'noise', on: '2026-09-01' })
    const answers = await Promise.all([decide(body.changeId, 'acceptance'), decide(body.changeId, 'acceptance', 'office')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { rows } = await house.owner.query(`select from responsibility where brought_by = $1`, [body.changeId])
    expect(rows).toHaveLength(1)
  })

  it('再装载地区文件夹：工作台改过的不动，并且说出来', async () => {
    const before = await spanRows()
    const loaded = await loadOrganisation(house.app)
    expect(loaded.keptResponsibilities).toEqual(['noise 513401', 'urban-order 513401', 'waste 513401'])
    expect(await spanRows()).toEqual(before)
  })
})

describe('第十一条（二） [11-2] 演示', () => {
  it('演示数据里有一项待审的变更；没有这样的单位和地方的地区没有', async () => {
    await house.owner.query(`update unit set valid_on_to = '2026-03-01' where unit_id = 'urban-management'`)
    const proposals = async () =>
      (
        await house.owner.query<{ subject: string }>(`select subject from catalogue_change c where subject = 'urban-order' and not exists
        (select from catalogue_decision d where d.change_id = c.change_id)`)
      ).rows
    await loadDemonstrationProposal(house.app)
    expect(await proposals()).toEqual([])
    await house.owner.query(`update unit set valid_on_to = null where unit_id = 'urban-management'`)
    await loadDemonstrationProposal(house.app)
    expect(await proposals()).toEqual([{ subject: 'urban-order' }])
  })
})

describe('第十一条（二） [11-2] 目录导出', () => {
  it('就是地区文件夹里的 responsibilities.csv：放回文件夹，检查通过，内容逐行相同', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'open12345-catalogue-'))
    cpSync(join(import.meta.dirname, '../../../../prefectures/liangshan'), folder, { recursive: true })
    const { ask } = await browserOf(house, 'clerk-housing')
    const { status, headers, text } = await ask('GET', '/api/v1/catalogue/export')
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/csv')])
    writeFileSync(join(folder, 'responsibilities.csv'), text)
    const read = readPrefecture(folder, Temporal.PlainDate.from(today))
    rmSync(folder, { recursive: true })
    expect(read.ok ? [] : read.faults).toEqual([])
    const rows = read.ok ? read.value.organisation.responsibilities : []
    const kept = (
      await house.owner.query<{ row: string }>(`select concat_ws(',', subject, place_code, unit_id, principle, basis, valid_on_from,
      coalesce(valid_on_to::text, '')) as row from responsibility`)
    ).rows.map(({ row }) => row)
    expect(
      rows
        .map(({ subject, place, unit, principle, basis, from, to }) => [subject, place, unit, principle, basis, from, to ?? ''].join(','))
        .toSorted(),
    ).toEqual(kept.toSorted())
  })
})
