import { learn, read } from '@open12345/language/learning'
import { readLines } from './data.ts'
import type { Evaluation } from './evaluation.ts'
import { foldsOf } from './folds.ts'
import { naiveBayes } from './naive-bayes.ts'
import { tellingFigures } from './telling.ts'

type Line = { readonly label: string; readonly title: string | null; readonly text: string; readonly dup_group: number }

const file = 'messages/messages.train.jsonl'
const folds = 5

type Labelled = { readonly text: string; readonly label: string; readonly group: string }
type Teach = (examples: readonly Labelled[]) => (text: string) => string | undefined

const byModel: Teach = (examples) => {
  const model = learn(examples)
  return (text) => read(model, text, 1)[0]?.label
}

/** What is said of each example by who has learned from the other folds. */
const crossed = (examples: readonly Labelled[], foldOf: readonly number[], teach: Teach): readonly (string | undefined)[] => {
  const tellers = Array.from({ length: folds }, (_, fold) => teach(examples.filter((_example, at) => foldOf[at] !== fold)))
  return examples.map(({ text }, at) => tellers[foldOf[at] ?? 0]?.(text))
}

export const category: Evaluation = {
  name: 'category',
  about: 'Message → one of the seven first-level categories of the board that it was left on.',
  run: async (folder) => {
    const lines = readLines<Line>(folder, file)
    if (lines === undefined) return undefined
    const groups = lines.map(({ dup_group: group }) => group)
    const foldOf = foldsOf(groups, folds)
    const truth = lines.map(({ label }) => label)
    const wordsAlone = lines.map(({ text, label, dup_group: group }) => ({ text, label, group: String(group) }))
    const withTitle = wordsAlone.map((one, at) => ({ ...one, text: `${lines[at]?.title ?? ''}\n${one.text}` }))
    const said = crossed(wordsAlone, foldOf, byModel)
    const rivals = [{ name: 'naive Bayes over character pairs', said: crossed(wordsAlone, foldOf, naiveBayes) }]
    const published = {
      'macro-F1': [{ name: 'published character 1–3-gram tf-idf with a linear SVM, ± 0.005', value: 0.894 }],
      accuracy: [{ name: 'published, the same', value: 0.895 }],
    }
    const split = `grouped ${folds}-fold by dup_group`
    return [
      { dataSet: file, split: `${split}, text only`, figures: tellingFigures(truth, said, rivals, published, groups) },
      {
        dataSet: file,
        split: `${split}, with the title where there is one`,
        figures: tellingFigures(truth, crossed(withTitle, foldOf, byModel), [{ name: 'text only', said }], {}, groups),
      },
    ]
  },
}
