import { demonstrationPassword } from '../../accounts/index.ts'
import { sessionCookie } from '../../session/index.ts'
import type { Scene } from '../../../testing/scene.ts'
import { knowledgeColumns, type KnowledgeColumn } from '@open12345/contract/knowledge'
import { columnName } from '../import/columns.ts'
import { inWorker } from '../paper/in-worker.ts'

export type Sent = {
  readonly name: string
  readonly bytes: Buffer
  readonly type?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** A form with one file, its fields first, as a browser sends it. */
const formOf = ({ name, bytes, type = 'application/octet-stream', fields = {} }: Sent) => ({
  payload: Buffer.concat([
    ...Object.entries(fields).map(([field, value]) =>
      Buffer.from(`--b0\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(`--b0\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n--b0--\r\n'),
  ]),
  headers: { 'content-type': 'multipart/form-data; boundary=b0' },
})

/** People who send and fetch files, beside what a desk asks in JSON. */
export const paperDesk = (house: Scene) => {
  const cookies = new Map<string, Promise<string>>()
  const signIn = async (login: string): Promise<string> => {
    const { body } = await house.nobody<{ code: string | null }>('GET', `/session/entrance/code?login=${login}`)
    const payload = { login, password: demonstrationPassword, ...(body.code === null ? {} : { code: body.code }) }
    const response = await house.server.inject({ method: 'POST', url: '/api/v1/session', payload })
    return response.cookies.find(({ name }) => name === sessionCookie)?.value ?? ''
  }
  const cookieOf = async (login: string) => {
    const cookie = cookies.get(login) ?? signIn(login)
    cookies.set(login, cookie)
    return { [sessionCookie]: await cookie }
  }
  const send = async (login: string, path: string, sent: Sent) => {
    const { payload, headers } = formOf(sent)
    const all = { ...headers, ...sent.headers }
    return house.server.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers: all, cookies: await cookieOf(login) })
  }
  const fetch = async (login: string, path: string) =>
    house.server.inject({ method: 'GET', url: `/api/v1${path}`, cookies: await cookieOf(login) })
  return { send, fetch }
}

const must = <T>(made: T | undefined): T => {
  if (made === undefined) throw new Error('the worker made nothing')
  return made
}
export const sheetFile = async (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  Buffer.from(must(await inWorker({ work: 'write-xlsx', sheets: [{ name: '知识', widths: [], rows }] })))

export type Typed = Partial<Readonly<Record<KnowledgeColumn, string>>>
let written = 0
/** A row of the housing bureau as it is typed into the template, with a title of its own. */
export const typed = (more: Typed = {}): Typed => ({
  title: `租房补贴怎样领取之${(written += 1)}`,
  type: '办事指南',
  body: '向居住地的便民服务中心提出。',
  keywords: '租房补贴；住房',
  ownerUnitId: '州住房和城乡建设局',
  document: '演示：租房补贴办事指南',
  validFrom: '2026-01-01',
  ...more,
})
export const fileOf = (rows: readonly Typed[]): Promise<Buffer> =>
  sheetFile([
    knowledgeColumns.map((column) => columnName(column)),
    ...rows.map((row) => knowledgeColumns.map((column) => row[column] ?? '')),
  ])
