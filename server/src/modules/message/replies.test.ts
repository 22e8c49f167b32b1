import { createHmac, randomUUID } from 'node:crypto'
import { refuse } from '@open12345/domain/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSmsSettings } from './index.ts'
import { relayMessages } from './relay.ts'
import { simulatedSms } from './simulator.ts'
import { settleLeftReplies } from './take-reply.ts'
import { inbound, messageHouse, type MessageHouse } from './testing/house.ts'

let house: MessageHouse
const followUp = [{ template: 'follow-up', to: 'requester' }] as const
beforeAll(async () => void (house = await messageHouse(simulatedSms)))
afterAll(() => house.close())
beforeEach(async () => {
  await house.owner.query('delete from outbox; delete from sms_reply')
  house.clock.set(Temporal.Instant.from('2026-03-02T09:00:00+08:00'))
  house.facts.clear()
  house.told.length = 0
  house.refuseWith({ ok: true, value: {} })
})

type Fields = Readonly<Record<string, string>>
/** Signed by hand, as the gateway's makers would write it. */
const signed = (fields: Fields, { at = house.clock.now(), secret = inbound.secret as string } = {}): Fields => {
  const all: Fields = { ...fields, timestamp: String(Math.floor(at.epochMilliseconds / 1000)), nonce: randomUUID() }
  const text = Object.keys(all)
    .toSorted()
    .map((name) => `${name}=${JSON.stringify(all[name])}`)
    .join('\n')
  return { ...all, signature: createHmac('sm3', secret).update(text).digest('hex') }
}
type Answer = { readonly status: number; readonly code: string | undefined; readonly taken: boolean | undefined }
const post = async (path: string, payload: Fields, who?: string): Promise<Answer> => {
  const response = await house.server.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    payload,
    ...(who === undefined ? {} : { cookies: { who } }),
  })
  const { code, taken } = response.json<{ code?: string; taken?: boolean }>()
  return { status: response.statusCode, code, taken }
}
const reply = (text: string, { from = '13812341234', messageId = randomUUID() as string } = {}): Promise<Answer> => {
  house.later({ seconds: 1 })
  return post('/sms/replies', signed({ messageId, from, text, at: '2026-03-02T09:00:00+08:00' }))
}

const relay = () => relayMessages(house.app, house.deps)
/** An order whose follow-up went out to this number. */
const asked = async (phone = '13812341234', version = 7): Promise<string> => {
  const orderId = await house.order(phone)
  await house.leave(orderId, followUp, version)
  await relay()
  house.told.length = 0
  return orderId
}
const close = (orderId: string): void => {
  const before = house.facts.get(orderId)
  if (before !== undefined) house.facts.set(orderId, { ...before, awaitsRating: false })
}
const templates = async (orderId: string): Promise<readonly string[]> => (await house.rows(orderId)).map(({ template }) => template)
const outcomes = async (): Promise<readonly string[]> =>
  (await house.owner.query<{ outcome: string }>('select outcome from sms_reply order by reply_id')).rows.map(({ outcome }) => outcome)

describe('第十三条（一）（二） [13-1] [13-2] 短信评价', () => {
  test('一位数字：只评结果，由诉求人本人评', async () => {
    const orderId = await asked()
    expect(await reply('1')).toEqual({ status: 200, code: undefined, taken: true })
    expect(house.told).toMatchObject([
      { orderId, scope: 'requester', command: { name: 'rate', channel: 'sms', service: null, result: 'satisfied', wordsText: null } },
    ])
  })

  test('号码写法不同也认得：+86 138…', async () => {
    await asked()
    await reply('13', { from: '+86 138-1234-1234' })
    expect(house.told).toMatchObject([{ command: { service: 'satisfied', result: 'dissatisfied' } }])
  })

  test('同一条上行送两次：只评一次', async () => {
    await asked()
    await reply('1', { messageId: 'mo-1' })
    await reply('1', { messageId: 'mo-1' })
    await Promise.all([reply('1', { messageId: 'mo-1' }), reply('1', { messageId: 'mo-1' })])
    expect(house.told).toHaveLength(1)
    expect(await outcomes()).toEqual(['rated'])
  })

  /** As it is left by whoever is killed after the rating and before its settling. */
  const killedAfterRating = async (orderId: string, messageId: string): Promise<void> => {
    await house.owner.query(`update sms_reply set outcome = null, order_ids = '{}' where provider_key = $1`, [messageId])
    await house.owner.query(
      `insert into idempotency values ('liangshan', $1, $2, 'message', '', jsonb_build_object('orderId', $1::text), $3) on conflict do nothing`,
      [orderId, `sms-reply:${messageId}`, house.clock.now()],
    )
    close(orderId)
  }
  const settledOnce = async (orderId: string): Promise<void> => {
    expect(await outcomes()).toEqual(['rated'])
    expect(house.told).toHaveLength(1)
    expect(await templates(orderId)).not.toContain('reply-late')
  }

  test('评完还没记下就被杀，网关再交一次：算评过，不说来晚了', async () => {
    const orderId = await asked()
    await reply('1', { messageId: 'mo-2' })
    await killedAfterRating(orderId, 'mo-2')
    await reply('1', { messageId: 'mo-2' })
    await settledOnce(orderId)
  })

  test('收下就被杀，网关不再交：程序自己办完', async () => {
    const orderId = await asked()
    await reply('1', { messageId: 'mo-3' })
    await killedAfterRating(orderId, 'mo-3')
    house.later({ minutes: 1 })
    await settleLeftReplies(house.app, house.deps)
    expect(await outcomes()).toEqual([null])
    house.later({ minutes: 2 })
    await settleLeftReplies(house.app, house.deps)
    await settledOnce(orderId)
  })

  test('两件待评而无短码：反问一次，再不清就留给人工', async () => {
    const [first, second] = [await asked(), await asked()]
    await reply('1')
    expect((await templates(second)).concat(await templates(first)).filter((name) => name === 'reply-unclear')).toHaveLength(1)
    await reply('1')
    await reply('好的')
    expect((await templates(second)).concat(await templates(first)).filter((name) => name === 'reply-unclear')).toHaveLength(1)
    expect(await outcomes()).toEqual(['asked-back', 'manual', 'manual'])
    expect(house.told).toEqual([])
    const code = (await house.rows(first))[0]?.short_code ?? ''
    await reply(`2 ${code}`)
    expect(house.told).toMatchObject([{ orderId: first, command: { result: 'basically-satisfied' } }])
  })

  test('重办后再回访：可以再反问一次', async () => {
    const orderId = await asked()
    await reply('嗯')
    await house.leave(orderId, followUp, 12)
    await relay()
    await reply('嗯')
    expect((await templates(orderId)).filter((name) => name === 'reply-unclear')).toHaveLength(2)
  })

  test('办结之后的回复：礼貌答复一次，不记评价', async () => {
    const orderId = await asked()
    close(orderId)
    await reply('3')
    await reply('不满意')
    expect(house.told).toEqual([])
    expect((await templates(orderId)).filter((name) => name === 'reply-late')).toHaveLength(1)
    expect(await outcomes()).toEqual(['late', 'late'])
  })

  test('评价到达时刚好办结：按来晚处理', async () => {
    await asked()
    house.refuseWith(refuse({ code: 'work-order.closed' }))
    await reply('1')
    expect(await outcomes()).toEqual(['late'])
  })

  test('没问过的号码：只记一笔，不答复', async () => {
    await asked()
    expect((await reply('1', { from: '13999999999' })).taken).toBe(false)
    expect([house.told.length, await outcomes()]).toEqual([0, ['stranger']])
  })

  test('表里没有号码和原话的明文', async () => {
    await asked()
    await reply('不满意')
    const { rows } = await house.owner.query<{ row: string }>(
      'select sms_reply::text as row from sms_reply union all select outbox::text from outbox',
    )
    for (const { row } of rows)
      for (const word of ['13812341234', '不满意', Buffer.from('13812341234').toString('hex'), Buffer.from('不满意').toString('hex')])
        expect(row).not.toContain(word)
  })
})

describe('上行与回执须有签名', () => {
  const fields = { messageId: 'mo-9', from: '13812341234', text: '1', at: '2026-03-02T09:00:00+08:00' }
  test('签名不对、密钥不对、内容被改：401，什么也不记', async () => {
    await asked()
    const good = signed(fields)
    for (const bad of [{ ...good, signature: '0'.repeat(64) }, { ...good, text: '3' }, signed(fields, { secret: 'another-secret' })])
      expect(await post('/sms/replies', bad)).toMatchObject({ status: 401, code: 'sms.signature-wrong' })
    expect([house.told.length, await outcomes()]).toEqual([0, []])
  })
  test.each([
    [300, 200],
    [301, 401],
    [-300, 200],
    [-302, 401],
  ])('时间相差 %i 秒：%i', async (seconds, status) => {
    await asked()
    const at = house.clock.now().subtract({ seconds })
    expect((await post('/sms/replies', signed(fields, { at }))).status).toBe(status)
  })
  test('没有配置密钥就谁也不信', async () => {
    const { verify } = await import('./signature.ts')
    const { timestamp = '', nonce = '', signature = '', ...rest } = signed(fields)
    expect(verify(undefined, rest, { timestamp, nonce, signature }, house.clock.now())).toEqual({
      ok: false,
      refusal: { code: 'sms.signature-wrong' },
    })
  })
})

describe('回执', () => {
  const receipt = (key: string, state: string) => post('/sms/receipts', signed({ key, state, at: '2026-03-02T09:00:00+08:00' }))
  test('送达；重复的回执不改变什么', async () => {
    const [row] = await house.rows(await asked())
    const key = row?.idempotency_key ?? ''
    expect(await receipt(key, 'delivered')).toMatchObject({ status: 200, taken: true })
    expect(await receipt(key, 'delivered')).toMatchObject({ status: 200, taken: true })
    expect(await receipt(key, 'rejected')).toMatchObject({ status: 200, taken: true })
    const { rows } = await house.owner.query('select state from outbox where idempotency_key = $1', [key])
    expect(rows).toEqual([{ state: 'delivered' }])
  })
  test('结果不明的短信由回执定下来，工单随之得知', async () => {
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await relayMessages(house.app, {
      ...house.deps,
      port: { name: 'gateway', deduplicates: false, send: async () => ({ kind: 'unknown' }) },
    })
    const [row] = await house.rows(orderId)
    expect([row?.state, house.told.length]).toEqual(['unknown', 0])
    await receipt(row?.idempotency_key ?? '', 'delivered')
    await relay()
    expect(house.told).toMatchObject([{ command: { name: 'follow-up-sent', sent: true } }])
  })
  test('没有这条短信', async () => expect(await receipt('nothing', 'delivered')).toMatchObject({ status: 200, taken: false }))
})

describe('短信页面', () => {
  const list = async (path: string, who: string) =>
    (await house.server.inject({ url: `/api/v1${path}`, cookies: { who } })).json<{
      items: Record<string, unknown>[]
      next: string | null
    }>()
  test('号码打码；在模拟短信上回复，走同一道门', async () => {
    const orderId = await asked()
    const { items } = await list('/messages', 'centre')
    expect(items).toMatchObject([{ orderId, to: '138****1234', state: 'sent', simulated: true, template: 'follow-up' }])
    const path = `/messages/${String(items[0]?.['messageId'])}/simulated-reply`
    expect(await post(path, { text: '不满意' }, 'centre')).toMatchObject({ status: 200, taken: true })
    expect(house.told).toMatchObject([{ command: { name: 'rate', result: 'dissatisfied' } }])
    expect((await list('/messages/replies', 'centre')).items).toMatchObject([{ text: '不满意', outcome: 'rated', orderIds: [orderId] }])
  })
  test('第二十条（三） [20c] 举报本单位的工单，其短信和回复都看不到', async () => {
    const orderId = await asked()
    await reply('1')
    const [row] = await house.rows(orderId)
    await house.owner.query(`update work_order set accused_unit_ids = '{accused}' where order_id = $1`, [orderId])
    expect((await list('/messages', 'accused')).items).toEqual([])
    expect((await list('/messages/replies', 'accused')).items).toEqual([])
    expect(await post(`/messages/${row?.message_id}/simulated-reply`, { text: '1' }, 'accused')).toMatchObject({ status: 404 })
    expect((await list('/messages', 'centre')).items).toHaveLength(1)
  })
  test('等待中的短信显示将要发出的文字；按页翻看', async () => {
    const orderId = await house.order('13812341234')
    for (const version of [1, 2, 3]) await house.leave(orderId, [{ template: 'reply-ready', to: 'requester' }], version)
    const first = await list('/messages?limit=2', 'centre')
    expect(first.items[0]).toMatchObject({
      state: 'waiting',
      to: '诉求人',
      text: expect.stringContaining(house.facts.get(orderId)?.number ?? '?'),
    })
    const second = await list(`/messages?limit=2&after=${first.next}`, 'centre')
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
    expect((await list('/messages?after=nonsense', 'centre')).items).toHaveLength(3)
  })
  test('结果不明的由人决定：再发或作罢，留下审计', async () => {
    const silent = { name: 'gateway', deduplicates: false, send: async () => ({ kind: 'unknown' }) as const } as const
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await relayMessages(house.app, { ...house.deps, port: silent })
    const path = `/messages/${(await house.rows(orderId))[0]?.message_id}/decision`
    expect(await post(path, { decision: 'send-again' }, 'centre')).toMatchObject({ status: 200 })
    expect(await post(path, { decision: 'leave' }, 'centre')).toMatchObject({ status: 409, code: 'message.decided' })
    await relayMessages(house.app, { ...house.deps, port: silent })
    expect(await post(path, { decision: 'leave' }, 'centre')).toMatchObject({ status: 200 })
    await relay()
    expect(house.told).toMatchObject([{ command: { name: 'follow-up-sent', sent: false } }])
    const { rowCount } = await house.owner.query(`select from audit_record where action = 'message.decide' and order_id = $1`, [orderId])
    expect(rowCount).toBe(2)
  })
  test('第二十条 [20b] 审计写不下，决定也不算数', async () => {
    const silent = { name: 'gateway', deduplicates: false, send: async () => ({ kind: 'unknown' }) as const } as const
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await relayMessages(house.app, { ...house.deps, port: silent })
    const path = `/messages/${(await house.rows(orderId))[0]?.message_id}/decision`
    await house.owner
      .query(`create function app.test_fails() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
      create trigger test_fails before insert on audit_record for each row execute function app.test_fails()`)
    try {
      expect(await post(path, { decision: 'send-again' }, 'centre')).toMatchObject({ status: 500 })
    } finally {
      await house.owner.query('drop trigger test_fails on audit_record; drop function app.test_fails()')
    }
    expect(await house.rows(orderId)).toMatchObject([{ state: 'unknown' }])
    expect(await post(path, { decision: 'send-again' }, 'centre')).toMatchObject({ status: 200 })
  })
})

describe('短信设置', () => {
  test('没有网关地址就是模拟', () => expect(readSmsSettings({ OPEN12345_SMS_URL: '' }).gateway).toBeUndefined())
  test('有地址须有密钥', () =>
    expect(() => readSmsSettings({ OPEN12345_SMS_URL: 'https://sms.example/send' })).toThrow('OPEN12345_SMS_SECRET'))
  test('不像地址的不收', () => expect(() => readSmsSettings({ OPEN12345_SMS_URL: 'ftp://x' })).toThrow('OPEN12345_SMS_URL'))
  test('齐备', () =>
    expect(readSmsSettings({ OPEN12345_SMS_URL: 'https://sms.example/send', OPEN12345_SMS_SECRET: 'x'.repeat(16) }).gateway).toMatchObject({
      algorithm: 'sm3',
      deduplicates: false,
    }))
})
