import type { AttachmentView, DraftView } from '@open12345/contract/knowledge'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '../../testing/index.ts'
import { scene, type Scene } from '../../testing/scene.ts'
import { sweepFiles } from '../file/index.ts'
import { paperDesk } from './testing/papers.ts'
import { contentOf, desksOf, draftLife } from './testing/words.ts'

let house: Scene
let papers: ReturnType<typeof paperDesk>
beforeAll(async () => {
  house = await scene()
  papers = paperDesk(house)
})
afterAll(() => house.close())

const ask = desksOf(() => house)
const { step, write, publish: published } = draftLife(ask)
const pdf = (words: string): Buffer => Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)
const attach = (draft: DraftView, name: string, bytes: Buffer, login = 'clerk-housing') =>
  papers.send(login, `/knowledge-drafts/${draft.draftId}/attachments`, { name, bytes, fields: { revision: String(draft.revision) } })
const attached = async (draft: DraftView, name: string): Promise<DraftView> => {
  const response = await attach(draft, name, pdf(name))
  expect(response.statusCode, response.body).toBe(201)
  return response.json()
}
const listed = async (path: string, login = 'seat') =>
  (await ask<{ items: readonly AttachmentView[] }>(login, 'GET', `${path}/attachments`)).body.items
const publicly = (itemId: string, attachmentId = '', headers: Record<string, string> = {}) =>
  house.server.inject({ url: `/knowledge/${itemId}/files/${attachmentId}`, headers })

describe('第十五条 [15] 附件跟着版本走', () => {
  it('附件随稿件审核，发布以后任何人能下载；发布以前谁也下载不到', async () => {
    const content = contentOf()
    const draft = await attached(await write(content), '申请表.pdf')
    const [file] = await listed(`/knowledge-drafts/${draft.draftId}`, 'clerk-housing')
    expect(file).toMatchObject({ version: null, name: '申请表.pdf', mediaType: 'application/pdf' })
    expect(await listed(`/knowledge-drafts/${draft.draftId}`)).toEqual([])
    expect((await publicly(draft.itemId, file?.attachmentId)).statusCode).toBe(404)
    const path = `/knowledge-attachments/${file?.attachmentId}/content`
    expect((await papers.fetch('seat', path)).statusCode).toBe(404)
    expect((await papers.fetch('reviewer-housing', path)).rawPayload).toEqual(pdf('申请表.pdf'))

    await published(draft)
    const got = await publicly(draft.itemId, file?.attachmentId)
    expect(got.rawPayload).toEqual(pdf('申请表.pdf'))
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('申请表.pdf')}`,
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    })
  })

  it('新版本从上一版的附件开始；换掉以后，旧版本留着自己的，只有现行版本的能公开下载', async () => {
    const first = await published(await attached(await write(contentOf()), '旧表.pdf'))
    const second = await write({ ...first.content, body: '改为网上申请。' }, first.itemId)
    const [carried] = await listed(`/knowledge-drafts/${second.draftId}`, 'clerk-housing')
    expect(carried?.name).toBe('旧表.pdf')
    const path = `/knowledge-drafts/${second.draftId}/attachments/${carried?.attachmentId}/remove`
    const without = await ask<DraftView>('clerk-housing', 'POST', path, { revision: second.revision })
    expect(without.status).toBe(200)
    await published(await attached(without.body, '新表.pdf'))
    const all = await listed(`/knowledge-items/${first.itemId}`)
    expect(all.map(({ version, name }) => [version, name])).toEqual([
      [2, '新表.pdf'],
      [1, '旧表.pdf'],
    ])
    const codes = await Promise.all(all.map(async ({ attachmentId }) => (await publicly(first.itemId, attachmentId)).statusCode))
    expect(codes).toEqual([200, 404])
    expect((await papers.fetch('seat', `/knowledge-attachments/${all[1]?.attachmentId}/content`)).statusCode).toBe(200)
    await ask('knowledge-editor', 'POST', `/knowledge-items/${first.itemId}/withdraw`, { reason: '政策已废止。' })
    expect((await publicly(first.itemId, all[0]?.attachmentId)).statusCode).toBe(404)
  })

  it('有了的不再传一遍，也不打开原文件；撤下的，有了也说没有', async () => {
    const { itemId } = await published(await attached(await write(contentOf()), '大表.pdf'))
    const [file] = await listed(`/knowledge-items/${itemId}`)
    const etag = String((await publicly(itemId, file?.attachmentId)).headers.etag)
    expect((await publicly(itemId, file?.attachmentId, { 'if-none-match': '"other"' })).statusCode).toBe(200)
    const { rows } = await house.owner.query<{ file_id: string }>('select file_id from knowledge_attachment where item_id = $1', [itemId])
    const { dataFolder, authorityId } = house.app.config
    for (const { file_id: id } of rows) await rm(join(dataFolder, 'files', authorityId, id.slice(34, 36), id))
    expect((await publicly(itemId, file?.attachmentId)).statusCode).toBe(503)
    for (const held of [etag, `"other", W/${etag}`]) {
      const again = await publicly(itemId, file?.attachmentId, { 'if-none-match': held })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
      expect(again.headers['cache-control']).toBe('public, max-age=300')
    }
    await ask('knowledge-editor', 'POST', `/knowledge-items/${itemId}/withdraw`, { reason: '政策已废止。' })
    expect((await publicly(itemId, file?.attachmentId, { 'if-none-match': etag })).statusCode).toBe(404)
  })

  it('一个地址一分钟只能下载三十次', async () => {
    const limited = await testApp({ config: { rateLimits: true } })
    const url = `/knowledge/00000000-0000-7000-8000-000000000000/files/00000000-0000-7000-8000-000000000000`
    const codes: number[] = []
    for (let time = 0; time < 31; time += 1) codes.push((await limited.server.inject({ url })).statusCode)
    expect(codes).toEqual([...Array<number>(30).fill(404), 429])
    expect((await limited.server.inject({ url, remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
    await limited.close()
  })

  it('审核中的稿子不能换附件；别的单位不能；伪装的文件不收；最多九个', async () => {
    const draft = await write(contentOf())
    expect((await attach(draft, '表.pdf', pdf('a'), 'clerk-transport')).statusCode).toBe(404)
    expect((await attach(draft, '表.pdf', Buffer.from('<script>alert(1)</script>'))).statusCode).toBe(415)
    expect((await attach({ ...draft, revision: 9 }, '表.pdf', pdf('a'))).json().code).toBe('knowledge.changed')
    let last = draft
    for (let no = 1; no <= 9; no += 1) last = await attached(last, `表${no}.pdf`)
    expect((await attach(last, '表10.pdf', pdf('a'))).json().code).toBe('file.too-many')
    const submitted = await step('clerk-housing', last, 'submit')
    expect((await attach(submitted, '表.pdf', pdf('a'))).json().code).toBe('knowledge.in-review')
  })

  it('没有绑定工单也不会被清扫；谁也不能把它拿去绑到工单上', async () => {
    const draft = await published(await attached(await write(contentOf()), '长期.pdf'))
    house.clock.set(house.clock.now().add({ hours: 24 * 3 }))
    await sweepFiles(house.app)
    const [file] = await listed(`/knowledge-items/${draft.itemId}`)
    expect((await publicly(draft.itemId, file?.attachmentId)).statusCode).toBe(200)
    const bound = house.owner.query(`update file set order_id = file_id where for_knowledge`)
    await expect(bound).rejects.toThrow(/file_check/)
  })
})
