import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closedGate } from '../../http/access.ts'
import { testApp, type TestApp } from '../../testing/index.ts'
import { fileModule } from '../file/index.ts'
import { knowledgeModule, loadDemonstrationKnowledge } from '../knowledge/index.ts'
import { loadOrganisation } from '../organisation/index.ts'
import { requestModule, trackedOrder } from '../request/index.ts'
import { publicSiteModule } from './index.ts'
import { buildPages } from './testing/build-pages.ts'

let house: TestApp
const folder = mkdtempSync(join(tmpdir(), 'open12345-site-'))

beforeAll(async () => {
  buildPages()
  house = await testApp({
    modules: [publicSiteModule, requestModule, fileModule, knowledgeModule],
    gate: { ...closedGate, trackingOrder: async (token, app) => trackedOrder(app, token) },
    config: { dataFolder: folder },
  })
  await loadOrganisation(house.app)
  await loadDemonstrationKnowledge(house.app)
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A browser without script: it keeps cookies and follows redirects. */
const browser = () => {
  const jar = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, body?: { readonly payload: Buffer | string; readonly type: string }) => {
    const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...(body === undefined ? {} : { 'content-type': body.type }) }
    const response = await house.server.inject({
      method,
      url,
      headers,
      cookies: Object.fromEntries(jar),
      ...(body === undefined ? {} : { payload: body.payload }),
    })
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  const submit = (url: string, fields: Readonly<Record<string, string>>) =>
    ask('POST', url, { payload: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' })
  const send = (
    url: string,
    fields: Readonly<Record<string, string>>,
    files: readonly { name: string; type: string; bytes: Buffer }[] = [],
  ) => {
    const part = (head: string, value: Buffer) => [
      Buffer.from(`--b0undary\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      value,
      Buffer.from('\r\n'),
    ]
    const payload = Buffer.concat([
      ...Object.entries(fields).flatMap(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
      ...files.flatMap(({ name, type, bytes }) => part(`name="files"; filename="${name}"\r\ncontent-type: ${type}`, bytes)),
      Buffer.from('--b0undary--\r\n'),
    ])
    return ask('POST', url, { payload, type: 'multipart/form-data; boundary=b0undary' })
  }
  return { get: (url: string) => ask('GET', url), submit, send, jar }
}
const keyIn = (html: string): string => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? ''
const matter = {
  kind: 'help',
  content: '楼下路灯不亮，晚上走路看不见。',
  place: '513401001',
  addressDetail: '某路口',
  name: '王某',
  phone: '13800000001',
}
const filed = async (fields: Readonly<Record<string, string>> = matter) => {
  const visitor = browser()
  const form = await visitor.get('/file')
  const sent = await visitor.send('/file', { key: keyIn(form.body), ...fields })
  expect(sent.statusCode).toBe(303)
  const page = await visitor.get(String(sent.headers.location))
  const [number = '', code = ''] = [...page.body.matchAll(/<dd>([\d ]+)<\/dd>/g)].map(([, digits = '']) => digits.replaceAll(' ', ''))
  return { visitor, page, number, code }
}

test('第二十四条 [24-publicity] 首页和须知：受理什么、不受理什么、该找谁、紧急电话、滥用的后果', async () => {
  const home = (await browser().get('/')).body
  for (const line of ['110', '119', '120', '122', '12345', '12388']) expect(home).toContain(`href="tel:${line}"`)
  for (const kind of ['咨询', '求助', '投诉', '举报', '意见建议']) expect(home).toContain(kind)
  expect(home).toContain('10个工作日')
  const about = (await browser().get('/about')).body
  for (const words of ['司法机关', '诬告', '行政复议', '信访', '军队', '凉府办函〔2023〕18号', '保密']) expect(about).toContain(words)
})

test('每一页：语言、标题、跳转链接、一个 h1，没有内联脚本，没有外部资源，不缓存', async () => {
  for (const path of [
    '/',
    '/about',
    '/file',
    '/track',
    '/knowledge',
    '/knowledge?text=低保',
    '/knowledge/019b76da-a800-7000-8000-000000000011',
  ]) {
    const page = await browser().get(encodeURI(path))
    expect([path, page.statusCode]).toEqual([path, 200])
    expect(page.body).toMatch(/^<!doctype html><html lang="zh-CN">/)
    expect(page.body.match(/<h1/g)).toHaveLength(1)
    expect(page.body).toContain('class="skip"')
    expect(page.body).toContain('演示系统：这里的内容都是虚构的')
    expect(page.body).not.toMatch(/<script(?![^>]* src=)|<script[^>]*>[^<]|\son\w+=|https?:\/\//)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['content-security-policy']).toContain(`script-src 'self'`)
  }
})

test('首屏不超过 30 KB，全部不超过 120 KB（压缩后）', async () => {
  const size = (bytes: Buffer | string) => brotliCompressSync(bytes).length
  const pages = await Promise.all(['/', '/file', '/track', '/knowledge', '/about'].map((path) => browser().get(path)))
  const assets = [...(pages[0]?.body.matchAll(/(?:href|src)="(\/site\/[^"]+)"/g) ?? [])].map(([, url = '']) => url)
  expect(assets).toHaveLength(2)
  const loaded = await Promise.all(assets.map((url) => house.server.inject({ url })))
  expect(loaded.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(loaded[0]?.headers['cache-control']).toContain('immutable')
  const shared = loaded.reduce((sum, { rawPayload }) => sum + size(rawPayload), 0)
  for (const page of pages) expect(size(page.body) + shared).toBeLessThan(30 * 1024)
  expect(pages.reduce((sum, { body }) => sum + size(body), shared)).toBeLessThan(120 * 1024)
})

test('英文切换记在浏览器里', async () => {
  const visitor = browser()
  expect((await visitor.get('/about?lang=en')).body).toContain('<html lang="en">')
  expect((await visitor.get('/')).body).toContain('File a request')
  expect((await visitor.get('/?lang=zh')).body).toContain('<html lang="zh-CN">')
})

test('第十条 [10-record] 填错了：每一处都指出来，写的字都还在', async () => {
  const visitor = browser()
  const form = await visitor.get('/file')
  const sent = await visitor.send('/file', {
    key: keyIn(form.body),
    kind: 'help',
    content: '路灯不亮<b>',
    phone: '123',
    addressDetail: '某路口',
  })
  expect(sent.statusCode).toBe(400)
  expect(sent.body).toContain('请选择事情发生的县（市）或者乡镇。')
  expect(sent.body).toContain('请填写手机号，或者带区号的固定电话。')
  expect(sent.body).toContain('路灯不亮&lt;b&gt;</textarea>')
  expect(sent.body).toMatch(/<input[^>]*name="addressDetail"[^>]*value="某路口"/)
  expect(sent.body).toMatch(/<input[^>]*value="help"[^>]*checked=""|<input[^>]*checked=""[^>]*value="help"/)
  expect(sent.body).toContain(`name="key" value="${keyIn(form.body)}"`)
  expect(sent.body).not.toContain('路灯不亮<b>')
  const empty = await visitor.send('/file', {})
  expect(empty.statusCode).toBe(400)
  for (const words of ['请选择是哪一类事。', '请写下什么事', '请留下联系电话']) expect(empty.body).toContain(words)
})

test('第二十条（三） [20c] 要保密的人写的地点像自己的住处：先提醒，字都还在，勾选后照样提交；没有脚本也一样', async () => {
  const secret = { ...matter, content: '我家隔壁月城小区3栋2单元502室夜里放高利贷。', addressDetail: '三楼', confidential: 'on' }
  const warning = '您写的地点可能就是您的住处'
  for (const one of [secret, { ...secret, kind: 'report', confidential: '' }, { ...secret, anonymous: 'on', confidential: '' }]) {
    const visitor = browser()
    const form = await visitor.get('/file')
    expect(form.body).not.toContain('ownHome')
    const key = keyIn(form.body)
    const warned = await visitor.send('/file', { key, ...one })
    expect([warned.statusCode, warned.body.split(warning).length]).toEqual([200, 3])
    expect(warned.body).toContain('还没有提交，请先看一看')
    expect(warned.body).toContain('<input type="checkbox" name="ownHome" value="on"/>')
    for (const words of [one.content, one.addressDetail, one.name, one.phone]) expect(warned.body).toContain(words)
    const sent = await visitor.send('/file', { ...one, key: keyIn(warned.body), ownHome: 'on' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/filed'])
  }
  const both = await browser().send('/file', { key: keyIn((await browser().get('/file')).body), ...secret, phone: '123', ownHome: 'on' })
  expect([both.statusCode, both.body.includes(warning)]).toEqual([400, false])
  expect(both.body).toContain('<input type="checkbox" name="ownHome" checked="" value="on"/>')
})

test('第二十条（三） [20c] 不要保密的、没有写住处的，不提醒', async () => {
  const open = { ...matter, content: '我家月城小区3栋2单元502室停水。' }
  for (const one of [open, { ...matter, kind: 'report', content: '长安中路58号的砂石堆占道。' }]) {
    const visitor = browser()
    const sent = await visitor.send('/file', { key: keyIn((await visitor.get('/file')).body), ...one })
    expect([one.content, sent.statusCode]).toEqual([one.content, 303])
  }
})

test('没有脚本也能提交，带照片；编号和查询码只显示一次；进度页看得到 [2-channels]', async () => {
  const visitor = browser()
  const form = await visitor.get('/file')
  const photo = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#0a0' } })
    .jpeg()
    .toBuffer()
  const sent = await visitor.send('/file', { key: keyIn(form.body), ...matter }, [{ name: '路灯.jpg', type: 'image/jpeg', bytes: photo }])
  expect(sent.headers.location).toBe('/filed')
  const page = await visitor.get('/filed')
  expect(page.body).toContain('查询码')
  expect(page.body).toMatch(/\d{4} \d{4} \d{4}<\/dd>/)
  expect((await visitor.get('/filed')).body).toContain('查询码已经显示过了')

  const request = await visitor.get('/request')
  expect(request.statusCode).toBe(200)
  expect(request.body).toContain('楼下路灯不亮')
  const file = /\/request\/files\/[0-9a-f-]+/.exec(request.body)?.[0] ?? ''
  const content = await visitor.get(file)
  expect(content.statusCode).toBe(200)
  expect(content.headers['content-type']).toBe('image/jpeg')
  expect((await browser().get(file)).statusCode).toBe(404)
  const api = (authorization: string) =>
    house.server.inject({ url: file.replace('/request/', '/api/v1/requests/mine/'), headers: { authorization } })
  expect((await api(`Tracking ${visitor.jar.get('open12345_tracking')}`)).statusCode).toBe(200)
  expect((await api('Tracking none')).statusCode).toBe(401)
  const { visitor: other } = await filed()
  expect((await other.get(file)).statusCode).toBe(404)
})

test('不收的附件写在附件旁边，别的附件和写的字都留着', async () => {
  const visitor = browser()
  const form = await visitor.get('/file')
  const files = [
    { name: '材料.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') },
    { name: '坏.jpg', type: 'image/jpeg', bytes: Buffer.from('not a picture') },
    { name: '清单.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') },
  ]
  const sent = await visitor.send('/file', { key: keyIn(form.body), ...matter }, files)
  expect(sent.statusCode).toBe(400)
  expect(sent.body).toContain('坏.jpg：不支持这种文件')
  expect(sent.body).toContain('材料.pdf')
  expect(sent.body).toContain('清单.pdf')
  const kept = /name="fileIds"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="fileIds"/.exec(sent.body)
  const fileIds = kept?.[1] ?? kept?.[2] ?? ''
  const stranger = browser()
  const theirs = await stranger.send('/file', { key: keyIn((await stranger.get('/file')).body), ...matter, fileIds })
  expect(theirs.statusCode).toBe(303)
  await stranger.get('/filed')
  expect((await stranger.get('/request')).body).not.toContain('材料.pdf')
  expect((await visitor.send('/file', { key: keyIn(sent.body), ...matter, fileIds })).statusCode).toBe(303)
  expect((await visitor.get('/request')).body).toContain('材料.pdf')
})

test('重复点击、重复提交只算一件；同一张表改了内容再交，会先问清楚', async () => {
  const visitor = browser()
  const key = keyIn((await visitor.get('/file')).body)
  const numbers = new Set<string>()
  for (let times = 0; times < 3; times++) {
    await visitor.send('/file', { key, ...matter, content: '井盖松动，请修理。' })
    numbers.add(/(\d{4} \d{4} \d{4})<\/dd>/.exec((await visitor.get('/filed')).body)?.[1] ?? '')
  }
  expect([...numbers]).toEqual([expect.stringMatching(/\d/)])
  const changed = await visitor.send('/file', { key, ...matter, content: '另外一件事。' })
  expect(changed.statusCode).toBe(400)
  expect(changed.body).toContain('已经提交过一次')
  expect(changed.body).toContain('另外一件事。')
  expect((await visitor.send('/file', { key: keyIn(changed.body), ...matter, content: '另外一件事。' })).statusCode).toBe(303)
})

test('凭工单号和查询码查询；号不存在和码不对，看起来一样', async () => {
  const { number, code } = await filed()
  const visitor = browser()
  expect((await visitor.get('/request')).headers.location).toBe('/track')
  const wrong = await visitor.submit('/track', { number, queryCode: '00000000' })
  const unknown = await visitor.submit('/track', { number: '260399999998', queryCode: code })
  expect([wrong.statusCode, unknown.statusCode]).toEqual([404, 404])
  expect(wrong.body.replace(number, '')).toBe(unknown.body.replace('260399999998', ''))
  const right = await visitor.submit('/track', {
    number: number.replace(/(\d{4})/g, '$1 '),
    queryCode: ` ${code.slice(0, 4)} ${code.slice(4)}`,
  })
  expect(right.headers.location).toBe('/request')
  expect((await visitor.get('/request')).body).toContain('楼下路灯不亮')
  await visitor.submit('/leave', {})
  expect((await visitor.get('/request')).headers.location).toBe('/track')
})

test('补充情况带附件；空的补充留在原处；撤回', async () => {
  const { visitor } = await filed()
  const before = (await visitor.get('/request')).body
  const empty = await visitor.send('/request/facts', { key: keyIn(before), content: '  ' })
  expect(empty.statusCode).toBe(400)
  const sent = await visitor.send('/request/facts', { key: keyIn(before), content: '昨晚又黑了一盏。' }, [
    { name: '位置.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') },
  ])
  expect(sent.headers.location).toBe('/request?done=facts')
  const after = (await visitor.get('/request?done=facts')).body
  for (const words of ['昨晚又黑了一盏。', '位置.pdf', '已补充']) expect(after).toContain(words)
  const withdrawn = await visitor.submit('/request/withdraw', { reason: '已经修好了' })
  expect(withdrawn.headers.location).toBe('/request?done=withdraw')
  expect((await visitor.submit('/request/rate', { service: 'satisfied', result: 'satisfied' })).statusCode).toBe(409)
})

test('第十七条 [17b] 知识向社会开放：写明发布单位、依据和有效期；查不到就直说，转给人', async () => {
  const visitor = browser()
  const found = (await visitor.get(`/knowledge?text=${encodeURIComponent('拖欠工资')}`)).body
  const item = await visitor.get(/\/knowledge\/[0-9a-f-]{36}/.exec(found)?.[0] ?? '')
  for (const words of ['拖欠农民工工资怎样投诉', '州人力资源和社会保障局', '国务院令第724号', '自2020年5月1日起', '第 1 版', '演示'])
    expect(item.body).toContain(words)
  const nothing = (await visitor.get(`/knowledge?text=${encodeURIComponent('量子纠缠')}`)).body
  for (const words of ['这个我们不知道，不猜', 'href="tel:12345"', '/file?kind=consultation&amp;content=%E9%87%8F%E5%AD%90'])
    expect(nothing).toContain(words)
})

test('第十七条 [17b] 接着问：答的是连起来的意思，下面列的是这一句自己查到的', async () => {
  const [first, next] = ['城乡居民最低生活保障怎样申请', '那残疾人呢']
  const page = async (query: Record<string, string>): Promise<readonly string[]> => {
    const { body } = await browser().get(`/knowledge?${new URLSearchParams(query)}`)
    return body.split('<ul class="found"')
  }
  const [answer, list] = await page({ text: next, after: first })
  expect(answer).toContain(first)
  const itemsIn = (html = ''): readonly string[] => html.match(/(?<=\/knowledge\/)[0-9a-f-]{36}/g) ?? []
  // What is answered with is not listed once more.
  const alone = (await page({ text: next })).flatMap(itemsIn)
  expect(itemsIn(list)).not.toEqual([])
  expect(new Set(itemsIn(list)).isSubsetOf(new Set(alone))).toBe(true)
})

test('恶意文字只作为文字显示', async () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&lt;`
  const { visitor } = await filed({ ...matter, content: evil, addressDetail: evil })
  const pages = [
    await visitor.get('/request'),
    await visitor.get(`/knowledge?text=${encodeURIComponent(evil)}`),
    await visitor.submit('/track', { number: evil, queryCode: evil }),
  ]
  for (const { body } of pages) expect(body).not.toMatch(/<script>|<img/)
  expect(pages[0]?.body).toContain('&lt;script&gt;')
})

test('其他网站代发的提交被拒绝；奇怪的输入得到 4xx', async () => {
  const payload = new URLSearchParams(matter).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
  expect((await house.server.inject({ method: 'POST', url: '/file', payload, headers })).statusCode).toBe(403)
  const visitor = browser()
  const odd = [
    { ...matter, place: '999999999' },
    { ...matter, aboutUnitId: 'no-such-unit' },
    { ...matter, kind: 'praise;drop' },
    { ...matter, content: 'x'.repeat(5001) },
    { ...matter, key: '<>' },
  ]
  for (const fields of odd) expect((await visitor.send('/file', fields)).statusCode).toBeLessThan(500)
  for (const path of ['/knowledge/1', '/knowledge/%00', '/request/files/x', '/knowledge?text=%00'])
    expect((await visitor.get(path)).statusCode).toBeLessThan(500)
})
