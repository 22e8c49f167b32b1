import { signs } from '../reading/index.ts'
import type { Question } from './question.ts'
import { eachTerm, isSingle } from './text.ts'
import type { Window } from './window.ts'

/** From where to where, in the text it belongs to. */
export type Mark = { readonly start: number; readonly end: number }
export type Passage = Mark & { readonly text: string; readonly marks: readonly Mark[] }

const longest = 120
const sentenceEnds = /[。！？；!?;\n]/

/** Where a text says what was asked; what touches is one mark. */
export const marksOf = (text: string, { plain, other }: Question): readonly Mark[] => {
  const terms = [...plain, ...other].map(({ term }) => term)
  const pairs = new Set(terms.filter((term) => !isSingle(term)))
  const wanted = pairs.size === 0 ? new Set(terms) : pairs
  const marks: { start: number; end: number }[] = []
  eachTerm(text, (term, at, end) => {
    if (!wanted.has(term)) return
    const last = marks.at(-1)
    if (last !== undefined && at <= last.end) last.end = Math.max(last.end, end)
    else marks.push({ start: at, end })
  })
  return marks
}

/** From the beginning of the sentence that the first mark stands in, or a little before it where that is far. */
const beginningOf = (body: string, first: number): number => {
  for (let at = first - 1; at >= Math.max(0, first - longest / 2); at--) if (sentenceEnds.test(body.charAt(at))) return at + 1
  return first < longest / 2 ? 0 : first - longest / 6
}

/** The words of the body that say most of what was asked, cut at whole signs. */
export const passageOf = (body: string, window: Window | undefined, question: Question): Passage => {
  const all = signs(body)
  const from = all[window?.fromSign ?? 0]?.at ?? 0
  const marks = marksOf(body, question)
  const first = window === undefined ? 0 : (marks.find(({ end }) => end > from)?.start ?? from)
  const begins = beginningOf(body, Math.floor(first))
  const start = begins + (/^\s*/.exec(body.slice(begins))?.[0].length ?? 0)
  const whole = all.filter(({ at }) => at >= start + longest)[0]?.at ?? body.length
  const end = Math.min(whole, body.length)
  const text = body.slice(start, end).trimEnd()
  return {
    text,
    start,
    end: start + text.length,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= start + text.length)
      .map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  }
}
