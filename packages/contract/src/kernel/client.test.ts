import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { clientOf } from './client.ts'
import { route } from './route.ts'

const routes = {
  look: route({
    method: 'GET',
    path: '/look',
    summary: 'Look',
    tag: 'test',
    access: { kind: 'public' },
    response: z.object({ seen: z.boolean() }),
  }),
}
const answering = (status: number, type: string, body: object) =>
  clientOf(
    routes,
    () => 'zh',
    '',
    () => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })),
  )

describe('接口的客户端', () => {
  it('应答照给', async () => {
    expect(await answering(200, 'application/json; charset=utf-8', { seen: true }).look({})).toEqual({ seen: true })
  })

  it('本系统说明了原因的，带着原因', async () => {
    const problem = { status: 404, title: '没有', code: 'test.gone' }
    await expect(answering(404, 'application/problem+json; charset=utf-8', problem).look({})).rejects.toMatchObject({
      status: 404,
      body: problem,
    })
  })

  it('中间的网关答的，不当作本系统的说明', async () => {
    await expect(answering(503, 'application/json', { message: 'no upstream' }).look({})).rejects.toMatchObject({
      status: 503,
      body: undefined,
    })
  })
})
