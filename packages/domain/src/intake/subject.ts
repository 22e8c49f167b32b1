import { subjects } from '../vocabulary/index.ts'
import { sharesOf, type Scored } from './scored.ts'

const doubt = 2

/** One name within another counts once: 停水 stands in 停水费 only where that is no name itself. */
const saidOf = (text: string, names: readonly string[]): readonly string[] => {
  const said = names.filter((name) => text.includes(name))
  return said.filter((name) => !said.some((longer) => longer !== name && longer.includes(name)))
}

/** What it is about, by the names of the catalogue and what callers say for them; nothing where none is said. @clause 8-1 */
export const subjectsMeant = (text: string): readonly Scored[] => {
  const heard = text.toLowerCase()
  return sharesOf(
    subjects
      .filter(({ code }) => code !== 'other')
      .map(({ code, label, synonyms }) => {
        const reasons = saidOf(
          heard,
          [label.zh, label.en, ...synonyms].map((name) => name.toLowerCase()),
        )
        return { value: code, weight: reasons.reduce((sum, name) => sum + name.length, 0), reasons }
      }),
    doubt,
  )
}
