import { expect } from 'vitest'
import { assembly } from '../../../testing/index.ts'
import { relayed } from '../../../testing/jobs.ts'
import type { Scene } from '../../../testing/scene.ts'
import { browserOf, type Browser } from '../../testing/signed-in.ts'
import type { Planted } from './plant.ts'

/** Nothing of these words stands anywhere else in the town. */
export const sealedWords = {
  content: '夜里有人持棍威胁第九小学门口的目击学生',
  facts: '目击学生补充说认得为首的人',
  reply: '已派人全程护送目击学生',
  inner: '护送人员名单另附',
} as const
export const named = ['centre-manager', 'seat', 'clerk-market', 'handler-market', 'reviewer-market'] as const

const matter = { kind: 'help', subject: 'education', place: { county: '513401', township: null } }

export type PlantedSealed = Planted & { readonly token: string; readonly fileId: string }

const accountIdOf = async ({ owner }: Scene, login: string): Promise<string> => {
  const { rows } = await owner.query<{ account_id: string }>('select account_id from account where login = $1', [login])
  return rows[0]!.account_id
}

/** A second manager of the centre, who is not named: `dispatcher-2`, promoted. */
export const promote = async (house: Scene): Promise<void> => {
  await house.owner.query(`update role_grant set role = 'centre-manager' where account_id = $1`, [await accountIdOf(house, 'dispatcher-2')])
  // Nobody enrols a second factor for them here.
  await house.owner.query(`insert into second_factor_choice (authority_id, roles) values ('liangshan', '{}')`)
}

const uploaded = async ({ ask }: Browser, orderId: string): Promise<string> => {
  const [head, pdf] = [
    'content-disposition: form-data; name="file"; filename="statement.pdf"',
    '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n',
  ]
  const { status, text } = await ask('POST', `/api/v1/files?orderId=${orderId}`, {
    headers: { 'content-type': 'multipart/form-data; boundary=b0undary' },
    payload: `--b0undary\r\n${head}\r\ncontent-type: application/pdf\r\n\r\n${pdf}\r\n--b0undary--\r\n`,
  })
  expect(status).toBe(201)
  return (JSON.parse(text) as { fileId: string }).fileId
}

/** Sealed before anybody of the centre has dealt with it, then handled to the reply, with a message at each step. */
export const plantSealed = async (house: Scene): Promise<PlantedSealed> => {
  const filed = await house.nobody<{ number: string; token: string }>('POST', '/requests', {
    ...matter,
    content: sealedWords.content,
    name: '阿约测石',
    phone: '18955660033',
  })
  expect(filed.status).toBe(201)
  const { number, token } = filed.body
  const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [number])
  const orderId = rows[0]!.order_id
  const desks = new Map(await Promise.all(named.map(async (login) => [login, await house.desk(login)] as const)))
  const step = async (login: (typeof named)[number], path: string, body: object = {}): Promise<void> => {
    const answer = await desks.get(login)!('POST', `/orders/${orderId}/${path}`, body)
    expect([login, path, answer.status, answer.body.code]).toEqual([login, path, 200, undefined])
  }
  const persons = await Promise.all(named.map((login) => accountIdOf(house, login)))
  await step('centre-manager', 'seal', { persons, reason: 'minors', words: '目击人是未成年人' })
  await step('seat', 'accept', matter)
  await step('centre-manager', 'dispatch', { unitId: 'market', principle: 'duty', note: sealedWords.inner })
  await step('clerk-market', 'sign')
  await step('seat', 'facts', { content: sealedWords.facts })
  const fileId = await uploaded(await browserOf(house, 'handler-market'), orderId)
  await step('handler-market', 'draft', { reply: sealedWords.reply, internal: sealedWords.inner })
  await step('reviewer-market', 'approve')
  await step('centre-manager', 'deliver', { way: 'tracking-page' })
  await relayed(house, assembly)
  return { orderId, number, token, fileId }
}
