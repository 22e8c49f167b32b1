import type { Rating } from '../vocabulary/index.ts'

export type Aspect = 'service' | 'result'
export type Token =
  | { readonly kind: 'rating'; readonly rating: Rating; readonly by: 'digit' | 'word' }
  | { readonly kind: 'pair'; readonly service: Rating; readonly result: Rating }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'aspect'; readonly aspect: Aspect }
  | { readonly kind: 'filler' }
  | { readonly kind: 'other' }

/** Full-width signs, keycaps, pictures and traditional characters read like their plain forms. */
export const plainReply = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('滿', '满')
    .replaceAll('結', '结')
    .replaceAll('務', '务')
    .replaceAll('態', '态')
    .replace(/[\p{Extended_Pictographic}\p{Cf}\ufe0f\u20e3]/gu, '')
    .replace(/【[^】]*】/g, '')
    .trim()
    .toLowerCase()

const strength = '(?:非常|很|十分|特别|极其|极|挺|蛮|相当|超级|超|都|完全|真的|真|太)*'
const negated = `(?:还是|仍然|仍|依然|并|一点都|一点也|根本|比较|都|真的|实在|非常|很|十分|特别|极其|极|相当|太|完全)*(?:不|没有|没|未|无法|谈不上|算不上)(?:是|能|算|感到|觉得)*${strength}(?:够|怎么|大)?`
const patterns = {
  dissatisfied: `${negated}满意|(?:很|非常|十分)?不满`,
  'basically-satisfied': '(?:基本上?|比较|较为|较|还算|大体上?|大致|勉强)满意',
  satisfied: `${strength}满意(?:极了)?`,
  service: '(?:对|你们的?|您的)*(?:服务态度|服务质量|服务人员|服务|态度|工作人员|话务员)',
  result: '(?:办理|处理|处置|办件|解决)?(?:结果|情况|质量)|办理|处理',
  digits: '\\d+',
  filler:
    '谢谢(?:你们|您|大家)?|感谢(?:你们|您)?|多谢|辛苦了?|您好|你好|回复|评价|选择|选|答复|工单|短码|感到|表示|觉得|我们|我|对|为|是|的|了|啊|呀|哦|嗯|和|与|都|[\\s,.;:!~、。·…—_/|*+#&()\\[\\]"\'“”‘’-]+',
  other: '[^]',
} as const
type Pattern = keyof typeof patterns

// Order matters: 不满意 and 基本满意 are tried before the 满意 that they contain.
const scanner = new RegExp(
  Object.entries(patterns)
    .map(([name, pattern]) => `(?<${name.replace('-', '_')}>${pattern})`)
    .join('|'),
  'gu',
)

const byDigit: Readonly<Record<string, Rating>> = { '1': 'satisfied', '2': 'basically-satisfied', '3': 'dissatisfied' }

const ratingsOf = (digits: string): readonly Token[] => {
  const [first, second] = [byDigit[digits.charAt(0)], byDigit[digits.charAt(1)]]
  if (first === undefined) return [{ kind: 'other' }]
  if (digits.length === 1) return [{ kind: 'rating', rating: first, by: 'digit' }]
  return second === undefined ? [{ kind: 'other' }] : [{ kind: 'pair', service: first, result: second }]
}

/** Ratings are 1 to 3; a short code is four digits from 4000 up, so that the two can stand together in either order; an order number is twelve. */
const readDigits = (digits: string): readonly Token[] => {
  if (/^[123]{1,2}$/.test(digits)) return ratingsOf(digits)
  if (/^(?:[4-9]\d{3}|\d{12})$/.test(digits)) return [{ kind: 'code', code: digits }]
  const together = /^(?<before>[123]{1,2})(?<code>[4-9]\d{3})$/.exec(digits) ?? /^(?<code>[4-9]\d{3})(?<after>[123]{1,2})$/.exec(digits)
  if (together === null) return [{ kind: 'other' }]
  const { before, after, code } = together.groups ?? {}
  return [...ratingsOf(before ?? after ?? ''), { kind: 'code', code: code ?? '' }]
}

const tokensOf = (pattern: Pattern, text: string): readonly Token[] => {
  switch (pattern) {
    case 'dissatisfied':
    case 'basically-satisfied':
    case 'satisfied':
      return [{ kind: 'rating', rating: pattern, by: 'word' }]
    case 'service':
    case 'result':
      return [{ kind: 'aspect', aspect: pattern }]
    case 'digits':
      return readDigits(text)
    default:
      return [{ kind: pattern }]
  }
}

export const replyTokens = (plain: string): readonly Token[] =>
  [...plain.matchAll(scanner)].flatMap((match) => {
    const name = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] ?? 'other'
    return tokensOf(name.replace('_', '-') as Pattern, match[0])
  })
