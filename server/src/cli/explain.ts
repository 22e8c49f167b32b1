import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { calendarRefusals } from '@open12345/domain/calendar'
import { answer, policyRefusals, type Asked } from '@open12345/domain/policy'
import { accept, refuse, type Decision, type Refusal, type RefusalTable } from '@open12345/domain/kernel'
import { knownWorld } from '../modules/calendar/known-world.ts'

const USAGE = `Explains a due time, without a database (解释一个时限).

  npm run --silent explain -- --clock handle --kind help --received 2023-08-08T10:00+08:00 [--authority liangshan]
        [--source …] [--subject …] [--urgency …] [--pack …] [--calendar …] [--source-limit 5wd] [--upstream-due-on 2023-08-20]
  npm run --silent explain -- --span 15wd --received 2023-08-08T10:00+08:00 [--calendar national]
  npm run --silent explain -- --lines < questions.jsonl     one question as a JSON object per line, the same names as keys
`
const NAMES = ['received', 'clock', 'kind', 'authority', 'pack', 'calendar', 'source', 'subject', 'urgency', 'span'] as const
const DASHED = { 'source-limit': 'sourceLimit', 'upstream-due-on': 'upstreamDueOn', 'lead-received': 'leadReceived' } as const
const keyOf = new Map<string, string>([
  ...NAMES.map((name) => [name, name] as const),
  ...Object.entries(DASHED),
  ...Object.values(DASHED).map((key) => [key, key] as const),
])

const cliRefusals = {
  'question.not-an-object': { nature: 'invalid', zh: '每行应是一个 JSON 对象。', en: 'Each line must be one JSON object.' },
  'question.unknown-name': { nature: 'invalid', zh: '没有名为“{name}”的项目。', en: 'There is no item named “{name}”.' },
  'question.not-text': { nature: 'invalid', zh: '“{name}”应是一段文字。', en: '“{name}” must be text.' },
  'question.arguments-malformed': {
    nature: 'invalid',
    zh: '命令行参数有误，用法见 --help。',
    en: 'The arguments are not right; see --help.',
  },
  'question.received-missing': { nature: 'invalid', zh: '请给出 received（收到时间）。', en: 'Give received, the time of receipt.' },
} as const satisfies RefusalTable
const sentences: RefusalTable = { ...calendarRefusals, ...policyRefusals, ...cliRefusals }

const errorOf = ({ code, facts, clause }: Refusal): object => {
  const text = sentences[code]
  const filled = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts?.[name] ?? whole))
  const named = clause ?? text?.clause
  return {
    error: { code, title: text ? `${filled(text.zh)} ${filled(text.en)}` : code, ...(named === undefined ? {} : { clause: named }) },
  }
}

/** Names and text only: what is misspelt or not text is refused rather than passed over. */
const askedOf = (given: object): Decision<Asked> => {
  const asked: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const key = keyOf.get(name)
    if (key === undefined) return refuse({ code: 'question.unknown-name', facts: { name: name.slice(0, 40) } })
    if (value === null || value === undefined) continue
    if (typeof value !== 'string') return refuse({ code: 'question.not-text', facts: { name } })
    asked[key] = value
  }
  const { received } = asked
  return received === undefined ? refuse({ code: 'question.received-missing' }) : accept({ ...asked, received })
}

const answerTo = (given: object): { readonly ok: boolean; readonly text: string } => {
  const asked = askedOf(given)
  const decision = asked.ok ? answer(asked.value, knownWorld) : asked
  return { ok: decision.ok, text: JSON.stringify(decision.ok ? decision.value : errorOf(decision.refusal)) }
}

const objectIn = (line: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

const answerLine = (line: string): string => {
  const given = objectIn(line)
  return given ? answerTo(given).text : JSON.stringify(errorOf({ code: 'question.not-an-object' }))
}

const answerAll = async (lines: readonly string[]): Promise<void> => {
  const text = lines.map((line) => `${answerLine(line)}\n`).join('')
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/**
 * Answers as the lines come, with back pressure, so that input of any length passes in the same memory.
 * Not by node:readline: it ends a line at U+2028 too, which JSON text may hold.
 */
const answerLines = async (): Promise<void> => {
  process.stdin.setEncoding('utf8')
  let rest = ''
  for await (const chunk of process.stdin) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    await answerAll(lines)
  }
  if (rest !== '') await answerAll([rest])
}

const textOptions = Object.fromEntries([...NAMES, ...Object.keys(DASHED)].map((name) => [name, { type: 'string' as const }]))

const readArguments = (): Decision<Readonly<Record<string, string | boolean | undefined>>> => {
  try {
    return accept(parseArgs({ options: textOptions }).values)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`)
    return refuse({ code: 'question.arguments-malformed' })
  }
}

const answerArguments = (): { readonly ok: boolean; readonly text: string } => {
  const read = readArguments()
  return read.ok ? answerTo(read.value) : { ok: false, text: JSON.stringify(errorOf(read.refusal)) }
}

const main = async (): Promise<void> => {
  // Whoever reads may stop early (`| head`); that is no fault.
  process.stdout.on('error', () => process.exit(0))
  if (process.argv.includes('--help')) return void process.stdout.write(USAGE)
  if (process.argv.includes('--lines')) return answerLines()
  const { ok, text } = answerArguments()
  process.stdout.write(`${text}\n`)
  if (!ok) process.exitCode = 1
}

await main()
