import type { Refusal, RefusalNature, RefusalTable, RefusalText } from '@open12345/domain/kernel'

/** What the border itself refuses. */
export const borderRefusals = {
  'access.not-signed-in': { nature: 'unauthenticated', zh: '请先登录。', en: 'Please sign in first.' },
  'access.not-entitled': { nature: 'not-entitled', zh: '您的岗位没有这项权限。', en: 'Your role does not hold this right.' },
  'access.not-tracked': {
    nature: 'unauthenticated',
    zh: '请用工单号和查询码打开。',
    en: 'Open it with the order number and its query code.',
  },
  'access.no-key': {
    nature: 'unauthenticated',
    zh: '请出示有效的接口密钥（Authorization: Bearer）；过期、收回的密钥无效。',
    en: 'Show a valid key (Authorization: Bearer); one that has expired or was revoked is none.',
  },
  'access.cross-site': {
    nature: 'not-entitled',
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  'idempotency.key-reused': {
    nature: 'forbidden-step',
    zh: '这个请求编号已用于另一项内容不同的操作，请刷新后重试。',
    en: 'This idempotency key was used for a different request; reload and try again.',
  },
  'input.invalid': {
    nature: 'invalid',
    zh: '提交的内容有误，请检查标出的项目。',
    en: 'Something in the input is not right; see the fields named.',
  },
  'input.malformed': { nature: 'invalid', zh: '提交的内容无法读取。', en: 'The input cannot be read.' },
  'input.encoding': { nature: 'invalid', zh: '提交的内容不是有效的 UTF-8 文字。', en: 'The input is not valid UTF-8 text.' },
  'input.unstorable': { nature: 'invalid', zh: '提交的内容中有超出范围的值。', en: 'A value of the input is out of range.' },
  'input.key-invalid': { nature: 'invalid', zh: '请求编号（Idempotency-Key）格式不对。', en: 'The Idempotency-Key is not well formed.' },
  'input.version-invalid': { nature: 'invalid', zh: '版本号（If-Match）格式不对。', en: 'The If-Match version is not well formed.' },
  'input.too-large': { nature: 'too-large', zh: '提交的内容过大。', en: 'The input is too large.' },
  'input.media-type': { nature: 'unsupported-media', zh: '不支持这种内容格式。', en: 'This kind of content is not supported.' },
  'route.not-found': { nature: 'not-found', zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'rate.too-many': {
    nature: 'too-many',
    zh: '操作过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
} as const satisfies RefusalTable

const statuses: Readonly<Record<RefusalNature, number>> = {
  invalid: 400,
  unauthenticated: 401,
  'not-entitled': 403,
  'not-found': 404,
  'forbidden-step': 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many': 429,
}

export const statusOf = (nature: RefusalNature): number => statuses[nature]

/** All nouns' tables in one; two nouns never share a code. */
export const mergeRefusals = (tables: readonly RefusalTable[]): RefusalTable => {
  const merged: Record<string, RefusalText> = {}
  for (const table of tables)
    for (const [code, text] of Object.entries(table)) {
      if (merged[code] !== undefined && merged[code] !== text) throw new Error(`two refusals are called ${code}`)
      merged[code] = text
    }
  return merged
}

/** The sentence with its {placeholders} filled. */
export const sentenceOf = (sentence: string, facts: Refusal['facts'] = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
