import { z } from 'zod'
import { CannotStart } from '../../cannot-start.ts'

export type ModelSettings = {
  /** Of `…/chat/completions`. */
  readonly url: string
  readonly name: string
  readonly key: string | undefined
  /** For a whole draft. */
  readonly timeoutMs: number
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
const isSound = (text: string): boolean => {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname))
}

const environment = z.object({
  OPEN12345_MODEL_URL: z.string().refine(isSound).optional(),
  OPEN12345_MODEL_NAME: z.string().trim().min(1).max(100).optional(),
  // A header's value: anything else would be refused with each draft.
  OPEN12345_MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,500}$/)
    .optional(),
})

const expected: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  OPEN12345_MODEL_URL: [
    '须是 https:// 开头的接口地址，不含账号、参数；http:// 只可用于本机',
    'must be an https address without credentials and parameters; http is for this machine only',
  ],
  OPEN12345_MODEL_NAME: ['为 1 到 100 个字符', 'must have 1 to 100 characters'],
  OPEN12345_MODEL_KEY: ['不得含空格和非西文字符', 'must be of plain Latin characters without spaces'],
}

/** Settings of the language model from the environment; an empty variable counts as none, and no address is no model. */
export const readModelSettings = (variables: Readonly<Record<string, string | undefined>>): ModelSettings | undefined => {
  const read = environment.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')))
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0])
    const [zh, en] = expected[name] ?? ['取值不对', 'has a value that is not understood']
    throw new CannotStart(`环境变量 ${name} ${zh}。`, `The environment variable ${name} ${en}.`)
  }
  const { OPEN12345_MODEL_URL: url, OPEN12345_MODEL_NAME: name, OPEN12345_MODEL_KEY: key } = read.data
  if (url === undefined && name === undefined && key === undefined) return undefined
  if (url === undefined || name === undefined)
    throw new CannotStart(
      '使用语言模型须同时设置 OPEN12345_MODEL_URL 和 OPEN12345_MODEL_NAME；不使用的，三项都不设。',
      'A language model needs OPEN12345_MODEL_URL and OPEN12345_MODEL_NAME together; without one, set none of the three.',
    )
  return { url: url.replace(/\/+$/, ''), name, key, timeoutMs: 60_000 }
}
