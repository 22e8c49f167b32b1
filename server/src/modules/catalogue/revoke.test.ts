import type { CatalogueChangeView } from '@open12345/contract/catalogue'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { orderHouse, type OrderHouse } from '../work-order/testing/order-house.ts'
import { catalogueDesk } from './testing/desk.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const { as, propose, decide, accepted, suggested, history, spanRows, auditOf } = catalogueDesk(() => house)

describe('第十一条（二） [11-2] 同意了、还没有到日子的变更', () => {
  it('没到日子的可以撤销，要写理由：原来的各段一字不差地回来，记录都留着，受影响的单位看得到', async () => {
    const [on, place] = ['2026-10-01', { subject: 'street-lights', placeCode: '513401' }]
    const before = await spanRows()
    const { changeId } = await accepted({ ...place, on })
    expect(await suggested('street-lights', '513401', on)).toBe('transport')
    expect((await decide(changeId, 'revocation', 'dispatcher')).status).toBe(400)
    expect((await decide(changeId, 'revocation', 'seat', { reason: '不' })).status).toBe(403)
    const reason = '省里的文件推迟施行'
    const done = await decide(changeId, 'revocation', 'dispatcher', { reason }, 'revoke-once')
    expect(done.body).toMatchObject({ state: 'revoked', decidedBy: expect.any(String) as string, revoked: { reason } })
    expect((await decide(changeId, 'revocation', 'dispatcher', { reason }, 'revoke-once')).status).toBe(200)
    expect((await decide(changeId, 'revocation', 'dispatcher', { reason })).body.code).toBe('catalogue.not-standing')
    expect(await spanRows()).toEqual(before)
    expect(await suggested('street-lights', '513401', on)).not.toBe('transport')
    expect((await history('street-lights', '513401', 'clerk-transport')).changes).toMatchObject([{ changeId, state: 'revoked' }])
    const { body } = await (await as('clerk-transport'))<{ items: CatalogueChangeView[] }>('GET', '/catalogue/concerning')
    expect(body.items.find((one) => one.changeId === changeId)).toMatchObject({ state: 'revoked', revoked: { reason } })
    expect(await auditOf(changeId)).toEqual(['catalogue.accept', 'catalogue.propose', 'catalogue.revoke'])
    expect((await propose({ ...place, on })).status, '还可以再提').toBe(201)
  })

  it('换掉的一条撤销后又是前一项的；接在后面的先撤；别人提的只有审定的人能撤', async () => {
    const [on, reason] = ['2026-10-01', '重新研究']
    const first = await accepted({ subject: 'agriculture', on })
    const second = await accepted({ subject: 'agriculture', on, unitId: 'ecology' })
    expect((await decide(first.changeId, 'revocation', 'dispatcher', { reason })).body.code).toBe('catalogue.not-standing')
    expect((await decide(second.changeId, 'revocation', 'office', { reason })).status).toBe(200)
    expect(await suggested('agriculture', '513401', on)).toBe('transport')
    const third = await propose({ subject: 'agriculture', on: '2026-12-01', unitId: 'ecology' }, 'centre-manager')
    expect((await decide(third.body.changeId, 'acceptance', 'office')).status).toBe(200)
    expect((await decide(first.changeId, 'revocation', 'dispatcher', { reason })).body.code).toBe('catalogue.built-upon')
    expect((await decide(third.body.changeId, 'revocation', 'dispatcher', { reason })).body.code).toBe('catalogue.not-yours-to-revoke')
    expect((await decide(third.body.changeId, 'revocation', 'centre-manager', { reason })).status).toBe(200)
    const { changes } = await history('agriculture', '513401')
    expect(changes.map(({ state }) => state).toSorted()).toEqual(['accepted', 'revoked', 'revoked'])
  })

  it('到了日子就不能撤销，库里也删不掉', async () => {
    const { changeId } = await accepted({ subject: 'agriculture', placeCode: '513428', on: '2026-03-05' })
    const now = house.clock.now()
    house.clock.set(Temporal.Instant.from('2026-03-05T00:00+08:00'))
    const late = await decide(changeId, 'revocation', 'centre-manager', { reason: '晚了' })
    expect(late.body).toMatchObject({ code: 'catalogue.in-effect', clause: '11-2' })
    house.clock.set(now)
    const { rowCount } = await asActor(house.app.database, systemActor('liangshan'), async (tx) => {
      const { numAffectedRows } = await sql`delete from responsibility where subject = 'agriculture'`.execute(tx)
      return { rowCount: numAffectedRows }
    })
    expect(rowCount).toBe(0n)
  })
})
