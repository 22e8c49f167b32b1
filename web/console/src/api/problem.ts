import { ApiError } from '@open12345/contract/kernel'
import { sayWords, words } from '@open12345/ui/language.ts'

const said = words({
  unreachable: [
    '连接不上服务器，您填写的内容还在，请稍后重试。',
    'The server cannot be reached. What you wrote is kept; please try again.',
  ],
  unclear: ['服务器没有正常应答，请稍后重试。', 'The server did not answer as it should; please try again.'],
  unexpected: ['页面出现意外错误。', 'Something unexpected happened on this page.'],
})

/** What went wrong, as it is told to a person. */
export type Told = {
  readonly status: number
  readonly title: string
  readonly clause: string | undefined
  readonly reference: string | undefined
  readonly allowed: readonly string[]
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  readonly code: string
}

const plain = (status: number, title: string): Told => ({
  status,
  title,
  clause: undefined,
  reference: undefined,
  allowed: [],
  errors: [],
  code: '',
})

export const tell = (error: unknown): Told => {
  const sentences = sayWords(said)
  if (error instanceof ApiError) {
    if (error.body === undefined) return plain(error.status, error.status >= 502 ? sentences.unreachable : sentences.unclear)
    const { status, title, clause, reference, allowed = [], errors = [], code } = error.body
    return { status, title, clause, reference, allowed, errors, code }
  }
  return error instanceof TypeError ? plain(0, sentences.unreachable) : plain(0, sentences.unexpected)
}

/** Nobody answered, or only something that stands before the server. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiError ? error.status === 503 || (error.body === undefined && error.status >= 502) : error instanceof TypeError

/** Somebody else was quicker: the page shows an older version. */
export const isStale = (told: Told): boolean => told.status === 412
/** Worth sending again unchanged, with the same key: nobody knows whether it arrived. */
export const isUncertain = (error: unknown): boolean => {
  const { status } = tell(error)
  return status === 0 || status >= 500
}
