import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { category } from './category.ts'
import { documents } from './documents.ts'
import type { Evaluation } from './evaluation.ts'
import { knowledge } from './knowledge.ts'
import { places } from './places.ts'
import { replies } from './replies.ts'
import { repeats } from './repeats.ts'
import { reportOf, type Measured } from './report.ts'
import { scope } from './scope.ts'
import { topics } from './topics.ts'
import { units } from './units.ts'
import { urgency } from './urgency.ts'

const evaluations: readonly Evaluation[] = [category, documents, replies, topics, repeats, knowledge, units, places, urgency, scope]

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** The folder of labelled data; what is not there is said and left out. */
    data: { type: 'string', default: join(root, '..', 'shared', 'data') },
    json: { type: 'boolean', default: false },
    /** Writes docs/eval.md, whole. */
    write: { type: 'boolean', default: false },
  },
})

const unknown = positionals.filter((name) => !evaluations.some((one) => one.name === name))
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}. There are: ${evaluations.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}
if (values.write && positionals.length > 0) {
  process.stderr.write('--write measures everything: docs/eval.md is written whole\n')
  process.exit(2)
}

const measured: Measured[] = []
for (const { name, about, run } of evaluations) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  const outcomes = await run(resolve(values.data))
  if (outcomes === undefined) process.stderr.write(`${name}: its data are not in ${values.data}\n`)
  else measured.push({ name, about, outcomes })
}
process.stdout.write(values.json ? `${JSON.stringify(measured, null, 2)}\n` : reportOf(measured))
if (values.write) {
  const head =
    '# Evaluation\n\nWritten by `npm run eval -- --write`: what the product reads out of words, measured on data that it does not contain.\n\n'
  writeFileSync(join(root, 'docs', 'eval.md'), head + reportOf(measured))
}
