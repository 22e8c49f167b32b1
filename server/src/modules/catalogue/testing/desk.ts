import type { CatalogueChangeView, CatalogueEntryView } from '@open12345/contract/catalogue'
import type { ResponsibleView } from '@open12345/contract/organisation'
import { expect } from 'vitest'
import type { OrderHouse } from '../../work-order/testing/order-house.ts'

export const today = '2026-03-02'
export const asked = {
  kind: 'set',
  subject: 'urban-order',
  placeCode: '513401',
  unitId: 'transport',
  principle: 'duty',
  basis: '《城市道路管理条例》第六条',
  on: today,
  until: null,
  reason: '沿路占道由交通部门统一管理',
  evidence: [] as string[],
}

/** The desks at which the catalogue is changed. */
export const catalogueDesk = (house: () => OrderHouse) => {
  const as = (login: string) => house().at(login)
  const propose = async (more: object = {}, login = 'dispatcher', key?: string) =>
    (await as(login))<CatalogueChangeView>(
      'POST',
      '/catalogue/changes',
      { ...asked, ...more },
      key === undefined ? {} : { 'idempotency-key': key },
    )
  const decide = async (
    changeId: string,
    how: 'acceptance' | 'refusal' | 'withdrawal' | 'revocation',
    login = 'centre-manager',
    body = {},
    key?: string,
  ) =>
    (await as(login))<CatalogueChangeView>(
      'POST',
      `/catalogue/changes/${changeId}/${how}`,
      body,
      key === undefined ? {} : { 'idempotency-key': key },
    )
  const accepted = async (more: object = {}) => {
    const { status, body } = await propose(more)
    expect(status, JSON.stringify(body)).toBe(201)
    const done = await decide(body.changeId, 'acceptance')
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    return done.body
  }
  const suggested = async (subject: string, county: string, on?: string) => {
    const path = `/responsibilities?subject=${subject}&county=${county}${on === undefined ? '' : `&on=${on}`}`
    return (await (await as('dispatcher'))<{ responsible: ResponsibleView | null }>('GET', path)).body.responsible?.unitId
  }
  const history = async (subject: string, placeCode: string, login = 'dispatcher') =>
    (
      await (
        await as(login)
      )<{ spans: CatalogueEntryView[]; changes: CatalogueChangeView[] }>(
        'GET',
        `/catalogue/history?subject=${subject}&placeCode=${placeCode}`,
      )
    ).body
  const spanRows = async () => (await house().owner.query(`select r::text as row from responsibility r order by 1`)).rows as unknown
  const auditOf = async (changeId: string): Promise<string[]> =>
    (
      await house().owner.query<{ action: string }>(`select action from audit_record where $1 = any(subject_ids) order by action`, [
        changeId,
      ])
    ).rows.map(({ action }) => action)
  return { as, propose, decide, accepted, suggested, history, spanRows, auditOf }
}
