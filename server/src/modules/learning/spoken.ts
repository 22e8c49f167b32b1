import { kindsMeant, subjectsMeant, type Scored } from '@open12345/domain/intake'
import { read, type Model } from '@open12345/language/learning'
import { agree } from './agree.ts'
import type { Told } from './tables.ts'

const most = 5
/** Rules and model err on different messages: half and half told more than either did. */
const modelShare = 0.5

/** The rules know no units: there the responsibility catalogue speaks, which has to be asked. */
const ruleWords: Readonly<Record<Told, (text: string) => readonly Scored[]>> = {
  kind: kindsMeant,
  subject: subjectsMeant,
  unit: () => [],
}

/** The unit depends on the place as well; its names are read as words. */
export const wordsFor = (tells: Told, text: string, where: string): string => (tells === 'unit' ? `${text}\n${where}` : text)

/** What a model and the rules say together of a message, the surest first. */
export const spokenBy = (tells: Told, model: Model, text: string, where: string): readonly Scored[] => {
  const answers = read(model, wordsFor(tells, text, where), most).map(({ label, ...scored }) => ({ value: label, ...scored }))
  return agree(answers, ruleWords[tells](text), modelShare).slice(0, most)
}
