import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody, requesterActor, systemActor, type Actor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor, decideAs } from '../../db/transaction.ts'
import type { Gate, Signed } from '../../http/access.ts'
import { testApp, type TestApp } from '../../testing/index.ts'
import { fileModule } from './index.ts'
import { bindFiles, browserUploader, filesOfOrder, readContent, sweepFiles, uploadCookie } from './index.ts'

let house: TestApp
let signed: Signed | undefined
const folder = mkdtempSync(join(tmpdir(), 'open12345-files-'))
const gate: Gate = { authenticate: async () => signed, may: () => true, trackingOrder: async () => undefined }

beforeAll(async () => void (house = await testApp({ modules: [fileModule], gate, config: { dataFolder: folder } })))
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

type Sent = { readonly name: string; readonly type: string; readonly bytes: Buffer }
const multipart = (sent: readonly Sent[]) => {
  const parts = sent.flatMap(({ name, type, bytes }) => [
    Buffer.from(`--b0undary\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  return {
    payload: Buffer.concat([...parts, Buffer.from('--b0undary--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=b0undary' },
  }
}
const upload = (sent: Sent, cookie?: string) => {
  const { payload, headers } = multipart([sent])
  const cookies = cookie === undefined ? {} : { cookies: { [uploadCookie]: cookie } }
  return house.server.inject({ method: 'POST', url: '/api/v1/requests/files', payload, headers, ...cookies })
}
const picture = (options: { readonly exif?: boolean } = {}) => {
  const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#c00' } }).jpeg()
  return (options.exif === true ? plain.withExif({ IFD0: { Make: 'SecretPhone', Copyright: '27.8N102.2E' } }) : plain).toBuffer()
}
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const uploaded = async () => {
  const response = await upload({ name: '照片.jpg', type: 'image/jpeg', bytes: await picture() })
  expect(response.statusCode).toBe(201)
  const cookie = response.cookies.find(({ name }) => name === uploadCookie)?.value ?? ''
  return { fileId: String(response.json().fileId), cookie }
}

const staff = (scope: Actor['scope'], unitIds: readonly string[] = []): Signed => {
  const accountId = '018f0000-0000-7000-8000-00000000000a'
  const roles = ['unit-handler']
  const actor: Actor = { authorityId: 'liangshan', scope, accountId, roles, unitIds, unitPathIds: unitIds }
  return { accountId, personName: '王', roles, outsourced: false, unitIds, unitPathIds: unitIds, authorityId: 'liangshan', actor }
}

/** An order by hand, past every rule: what counts here is who sees it. */
const anOrder = async (unitId: string): Promise<string> => {
  const orderId = newId(house.clock.now())
  const number = String(Math.floor(Math.random() * 1e12)).padStart(12, '0')
  await house.owner.query(
    `insert into work_order (authority_id, order_id, number, version, status, stage, channel, grade, identity_hidden, urgency, unit_id, unit_ids, contact_id, opened_at, round, stage_due_at, state)
     values ('liangshan', $1, $2, 1, 'in-hand', 'in-hand', 'web', 'open', false, 'ordinary', $3, array[$3], $1, $4, 1, $4, '{}')`,
    [orderId, number, unitId, house.clock.now()],
  )
  await house.owner.query(`insert into work_order_key values ('liangshan', $1, $2)`, [orderId, house.app.keyring.newDataKey().wrapped])
  return orderId
}

test('照片重新编码：第二十条 [20a] 拍摄地点、时间、设备等信息不再保留', async () => {
  const original = await picture({ exif: true })
  expect((await sharp(original).metadata()).exif).toBeDefined()
  const response = await upload({ name: '照片.jpg', type: 'image/jpeg', bytes: original })
  expect(response.statusCode).toBe(201)
  expect(response.json()).toMatchObject({ name: '照片.jpg', mediaType: 'image/jpeg' })

  const uploader = browserUploader(house.app, response.cookies.find(({ name }) => name === uploadCookie)?.value ?? '')
  const orderId = await anOrder('a-unit')
  const actor = systemActor('liangshan')
  expect(
    await decideAs(house.app.database, actor, (tx) => bindFiles(tx, house.app, orderId, [response.json().fileId], uploader)),
  ).toMatchObject({ ok: true })
  const content = await decideAs(house.app.database, actor, (tx) => readContent(tx, house.app, response.json().fileId))
  if (!content.ok) throw new Error(content.refusal.code)
  expect((await sharp(content.value.bytes).metadata()).exif).toBeUndefined()
  expect(content.value.bytes.includes('SecretPhone')).toBe(false)
})

test('内容与名称不符、冒充、不认识的文件不收', async () => {
  const jpeg = await picture()
  const disguised: readonly Sent[] = [
    { name: '合同.pdf', type: 'application/pdf', bytes: jpeg },
    { name: '照片.jpg', type: 'application/pdf', bytes: jpeg },
    { name: '照片.jpg.exe', type: 'image/jpeg', bytes: jpeg },
    { name: '合同.jpg', type: 'image/jpeg', bytes: pdf },
  ]
  for (const sent of disguised) expect((await upload(sent)).json()).toMatchObject({ status: 415, code: 'file.disguised' })
  const unknown: readonly Sent[] = [
    { name: '照片.jpg', type: 'image/jpeg', bytes: Buffer.from('<html><script>alert(1)</script></html>') },
    { name: '程序.exe', type: 'application/octet-stream', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]) },
    {
      name: '图.svg',
      type: 'image/svg+xml',
      bytes: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    },
  ]
  for (const sent of unknown) expect((await upload(sent)).json()).toMatchObject({ status: 415, code: 'file.unknown-type' })
  expect((await upload({ name: '空.pdf', type: 'application/pdf', bytes: Buffer.alloc(0) })).json()).toMatchObject({
    status: 400,
    code: 'file.empty',
  })
})

test('文件名去掉路径和改变书写方向的字符', async () => {
  const response = await upload({ name: '../../etc/\u202Egpj.通知.pdf', type: 'application/pdf', bytes: pdf })
  expect(response.json().name).toBe('gpj.通知.pdf')
})

test('超过 20 MB 的不收', async () => {
  const bytes = Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)])
  expect((await upload({ name: '大.pdf', type: 'application/pdf', bytes })).statusCode).toBe(413)
})

test('解压炸弹：尺寸过大的图片不收，坏图不收', async () => {
  const size = 8100
  const huge = await sharp(Buffer.alloc(size * size), { raw: { width: size, height: size, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  expect(huge.length).toBeLessThan(2_000_000)
  expect((await upload({ name: '大.png', type: 'image/png', bytes: huge })).json()).toMatchObject({
    status: 415,
    code: 'file.image-unreadable',
  })
  const whole = await picture()
  const broken = whole.subarray(0, whole.length / 2)
  expect((await upload({ name: '坏.jpg', type: 'image/jpeg', bytes: broken })).json()).toMatchObject({ status: 415 })
})

test('未归入工单的附件，除上传者外谁也看不到，也不能归入别人的工单', async () => {
  const { fileId, cookie } = await uploaded()
  const orderId = await anOrder('a-unit')
  const bind = (token: string) =>
    decideAs(house.app.database, systemActor('liangshan'), (tx) =>
      bindFiles(tx, house.app, orderId, [fileId], browserUploader(house.app, token)),
    )
  const seen = (actor: Actor) =>
    asActor(house.app.database, actor, (tx) =>
      tx.withTables<{ file: { file_id: string } }>().selectFrom('file').select('file_id').where('file_id', '=', fileId).execute(),
    )

  expect(await seen(nobody('liangshan'))).toEqual([])
  expect(await seen(staff('centre').actor)).toEqual([])
  expect(await seen(systemActor('other'))).toEqual([])
  expect(await bind('x'.repeat(43))).toEqual({ ok: false, refusal: { code: 'file.not-found' } })
  expect(await bind(cookie)).toMatchObject({ ok: true })
  expect(await bind(cookie)).toMatchObject({ ok: true })
  const stolen = await anOrder('a-unit')
  const rebind = decideAs(house.app.database, systemActor('liangshan'), (tx) =>
    bindFiles(tx, house.app, stolen, [fileId], browserUploader(house.app, cookie)),
  )
  expect(await rebind).toEqual({ ok: false, refusal: { code: 'file.not-found' } })
})

test('看不到工单的人也看不到附件，看得到的人每次查看都留痕 [20b]', async () => {
  const { fileId, cookie } = await uploaded()
  const orderId = await anOrder('a-unit')
  await decideAs(house.app.database, systemActor('liangshan'), (tx) =>
    bindFiles(tx, house.app, orderId, [fileId], browserUploader(house.app, cookie)),
  )
  const get = (url: string) => house.server.inject({ url })

  signed = undefined
  expect((await get(`/api/v1/files/${fileId}/content`)).statusCode).toBe(401)
  signed = staff('unit', ['b-unit'])
  expect((await get(`/api/v1/files/${fileId}/content`)).statusCode).toBe(404)
  expect((await get(`/api/v1/files/${fileId}`)).json()).toMatchObject({ status: 404, code: 'file.not-found' })
  signed = staff('unit', ['a-unit'])
  const response = await get(`/api/v1/files/${fileId}/content`)
  expect(response.statusCode).toBe(200)
  expect(response.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  expect(response.headers['content-disposition']).toContain('inline')
  const { rows } = await house.owner.query(`select account_id from audit_record where action = 'file.read' and $1 = any(subject_ids)`, [
    fileId,
  ])
  expect(rows).toEqual([{ account_id: signed.accountId }])

  const other = await anOrder('a-unit')
  const asRequester = (order: string) =>
    asActor(house.app.database, requesterActor('liangshan', order), (tx) => readContent(tx, house.app, fileId))
  expect(await asRequester(other)).toEqual({ ok: false, refusal: { code: 'file.not-found' } })
  expect((await asRequester(orderId)).ok).toBe(true)
})

test('承办单位上传证明材料：直接归入工单并留痕；看不到的工单不行', async () => {
  signed = staff('unit', ['a-unit'])
  const orderId = await anOrder('a-unit')
  const send = (order: string) => {
    const { payload, headers } = multipart([{ name: '证明.pdf', type: 'application/pdf', bytes: pdf }])
    return house.server.inject({ method: 'POST', url: `/api/v1/files?orderId=${order}`, payload, headers })
  }
  const response = await send(orderId)
  expect(response.statusCode).toBe(201)
  const files = await asActor(house.app.database, systemActor('liangshan'), (tx) => filesOfOrder(tx, house.app, orderId))
  expect(files).toEqual([response.json()])
  expect((await send(await anOrder('b-unit'))).statusCode).toBe(404)
  const { rows } = await house.owner.query(`select order_id from audit_record where action = 'file.upload'`)
  expect(rows).toEqual([{ order_id: orderId }])
})

test('磁盘上只有密文；销毁工单密钥后附件无法再打开', async () => {
  const { fileId, cookie } = await uploaded()
  const path = join(folder, 'files', 'liangshan', fileId.slice(-2), fileId)
  const sealed = readFileSync(path)
  expect(sealed.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
  const orderId = await anOrder('a-unit')
  await decideAs(house.app.database, systemActor('liangshan'), (tx) =>
    bindFiles(tx, house.app, orderId, [fileId], browserUploader(house.app, cookie)),
  )
  await house.owner.query('update work_order_key set wrapped_key = null where order_id = $1', [orderId])
  expect(await asActor(house.app.database, systemActor('liangshan'), (tx) => readContent(tx, house.app, fileId))).toMatchObject({
    ok: false,
  })
})

test('一天内没有归入工单的附件被清理，归入的留下', async () => {
  const orphan = await uploaded()
  const kept = await uploaded()
  const orderId = await anOrder('a-unit')
  await decideAs(house.app.database, systemActor('liangshan'), (tx) =>
    bindFiles(tx, house.app, orderId, [kept.fileId], browserUploader(house.app, kept.cookie)),
  )
  const start = house.clock.now()
  const names = () => readdirSync(join(folder, 'files'), { recursive: true }).map((path) => String(path).split('/').at(-1))
  house.clock.set(start.add({ hours: 24 }))
  expect(await sweepFiles(house.app)).toBe(0)
  house.clock.set(start.add({ hours: 24, seconds: 1 }))
  expect(await sweepFiles(house.app)).toBeGreaterThan(0)
  house.clock.set(start)
  expect(names()).not.toContain(orphan.fileId)
  expect(names()).toContain(kept.fileId)
})
