import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { every } from '../jobs/every.ts'
import { simulate } from '../modules/simulation/simulate.ts'
import { assembly } from '../testing/index.ts'
import { inTurn } from '../turns.ts'
import { scene, type Desk, type Scene } from '../testing/scene.ts'

/** The same thing as it might slip into a line: as it is, as an address, as JSON, as bytes. */
const writingsOf = (text: string): readonly string[] => {
  const escaped = [...text]
    .map((sign) => (/[\x20-\x7e]/.test(sign) ? sign : `\\u${sign.codePointAt(0)?.toString(16).padStart(4, '0')}`))
    .join('')
  const phone = /^1\d{10}$/.test(text)
    ? [`${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}`, `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`]
    : []
  const bytes = Buffer.from(text)
  return [text, encodeURIComponent(text), escaped, bytes.toString('hex'), bytes.toString('base64').replaceAll('=', ''), ...phone]
}
const found = (lines: string, texts: Iterable<string>): readonly string[] =>
  [...new Set(texts)].filter((text) => writingsOf(text).some((writing) => lines.includes(writing)))

/** Requesters' fields and the beginnings of all words, opened as nobody else can: with the owner's rights and the keys. */
const secretsOf = async ({ owner, app: { keyring } }: Scene): Promise<readonly string[]> => {
  const vault = await owner.query<Record<string, Buffer | null> & { id: string }>(
    `select requester_id as id, wrapped_key, name_sealed as name, phone_sealed as phone, id_number_sealed as id_number, home_address_sealed as home_address
      from vault.requester`,
  )
  const identities = vault.rows.flatMap((row) =>
    (['name', 'phone', 'id_number', 'home_address'] as const).flatMap((column) => {
      const [key, sealed] = [row['wrapped_key'], row[column]]
      return key == null || sealed == null
        ? []
        : [keyring.open(keyring.unwrap(key), sealed, `vault.requester/${column}/${row.id}`).toString()]
    }),
  )
  const texts = await owner.query<{ order_id: string; text_id: string; sealed: Buffer; wrapped_key: Buffer }>(
    'select t.order_id, t.text_id, t.sealed, k.wrapped_key from work_order_text t join work_order_key k using (authority_id, order_id)',
  )
  const words = texts.rows.map(({ order_id: order, text_id: text, sealed, wrapped_key: key }) =>
    keyring.open(keyring.unwrap(key), sealed, `work_order_text/${order}/${text}`).toString(),
  )
  // Two signs or fewer are in any line by chance.
  return [...identities, ...words.map((text) => text.slice(0, 12))].filter((text) => text.length > 2)
}

describe('第二十条 [20a] [20c] 运行日志里没有任何人的身份和诉求', () => {
  const lines: string[] = []
  let house: Scene
  let handler: Desk
  const name = '欧阳日志'
  const phone = '13912345678'
  const idNumber = '11010519491231002X'
  const address = '西昌市航天大道一段九号'
  const content = '楼上装修半夜施工，已经报过三次，请尽快处理。'
  const request = {
    kind: 'help',
    subject: 'water-supply',
    place: { county: '513401', township: null },
    content: `${content}${idNumber} ${address}`,
    name,
    phone,
  }
  const said = (): string => lines.join('\n')

  beforeAll(async () => {
    house = await scene({ at: '2026-02-01T09:00:00+08:00' })
    const collect = (level: string) => (facts: object, sentence: string) => void lines.push(JSON.stringify({ level, sentence, ...facts }))
    Object.assign(house.app.log, { info: collect('info'), warn: collect('warn'), error: collect('error') })
    const until = Temporal.Instant.from('2026-03-06T18:00:00+08:00').epochMilliseconds
    await simulate(house.app, assembly.modules, { until, days: 4, perDay: 12, seed: 7 })
    house.clock.set(Temporal.Instant.from('2026-03-06T18:00:00+08:00'))
    handler = await house.desk('handler-housing')
  }, 120_000)
  afterAll(() => house.close())

  it('检查的办法查得出：身份以任何一种写法进了一行日志都会发现', () => {
    for (const text of [name, phone, idNumber, content])
      for (const writing of writingsOf(text))
        expect(found(JSON.stringify({ route: `/x?${writing}` }).replaceAll('\\\\', '\\'), [text])).toEqual([text])
  })

  it('模拟的几天：逐件查看、逐个查找、每个作业跑一遍，没有一位诉求人、一件诉求', { timeout: 120_000 }, async () => {
    const secrets = await secretsOf(house)
    const dispatcher = await house.desk('dispatcher')
    const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order')
    for (const { order_id: orderId } of rows) {
      expect((await dispatcher('GET', `/orders/${orderId}`)).status).toBe(200)
      await dispatcher('POST', `/orders/${orderId}/reveal`, { reason: 'verify-matter', words: content })
    }
    for (const secret of secrets)
      await dispatcher('GET', `/orders/search?text=${encodeURIComponent(secret)}&phone=${encodeURIComponent(secret)}`)
    for (const job of assembly.modules.flatMap(({ jobs = [] }) => jobs)) await every(house.app, job, inTurn(1)).stop()
    expect(secrets.length).toBeGreaterThan(60)
    expect(lines.length).toBeGreaterThan(100)
    expect(found(said(), secrets)).toEqual([])
  })

  it('被拒绝的请求：地址、查询、请求头、正文、坏了的正文里的身份', async () => {
    const before = lines.length
    expect((await house.nobody('POST', '/requests', request)).status).toBe(201)
    expect((await house.nobody('POST', '/requests', { ...request, kind: name })).status).toBe(400)
    expect((await house.nobody('POST', '/session', { login: phone, password: content })).status).toBeGreaterThanOrEqual(400)
    expect((await handler('GET', `/orders/${encodeURIComponent(name)}`)).status).toBe(400)
    expect((await handler('GET', `/orders/search?phone=${phone}&text=${encodeURIComponent(content)}`)).status).toBe(200)
    expect((await handler('GET', `/audit?who=${encodeURIComponent(name)}`)).status).toBe(403)
    expect((await house.citizen(Buffer.from(name).toString('hex'))('GET', '/requests/mine')).status).toBe(401)
    const inject = (url: string, payload: string, contentType: string) =>
      house.server.inject({
        method: 'POST',
        url,
        payload,
        headers: { 'content-type': contentType, 'x-forwarded-for': phone, referer: `/${phone}` },
      })
    expect((await inject('/api/v1/requests', `{"name":"${name}","phone":"${phone}"`, 'application/json')).statusCode).toBe(400)
    expect((await inject('/api/v1/requests', `name=${name}`, 'text/plain')).statusCode).toBeGreaterThanOrEqual(400)
    expect((await inject(`/${encodeURIComponent(name)}/${phone}`, '', 'application/json')).statusCode).toBeGreaterThanOrEqual(400)
    expect(lines.length).toBeGreaterThan(before + 6)
    expect(found(said(), [name, phone, idNumber, address, content])).toEqual([])
  })

  it('出错的请求和出错的作业：数据库的报错引用了值，日志里也没有', async () => {
    // The database's own words quote what they choke on.
    await house.owner.query(`create function app.quote_it() returns trigger language plpgsql as $$
      begin raise exception 'cannot keep ${name} ${phone} ${content}' using detail = '${address} ${idNumber}'; end $$`)
    await house.owner.query('create trigger quote_it before insert on contact for each row execute function app.quote_it()')
    expect((await house.nobody('POST', '/requests', request)).status).toBe(500)
    await house.owner.query('drop trigger quote_it on contact')
    const work = async (app: App): Promise<void> => {
      await app.database.transaction().execute(async () => house.owner.query(`select '${phone} ${name}'::uuid`))
    }
    const loop = every(house.app, { name: 'quoting', everyMs: 3_600_000, work }, inTurn(1))
    await loop.stop()
    expect(lines.filter((line) => line.includes('"fault"') || line.includes('job failed'))).toHaveLength(2)
    expect(found(said(), [name, phone, idNumber, address, content])).toEqual([])
  })
})
