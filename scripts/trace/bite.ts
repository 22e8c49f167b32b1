import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReport } from './reports.ts'
import type { Sabotage } from './sabotages.ts'
import { taggedTests, type Source } from './sources.ts'
import { clausesIn, type Test } from './tests.ts'
import type { TreeCopy } from './tree-copy.ts'
import { runVitest } from './vitest.ts'

export type Bitten = { readonly sabotage: Sabotage; readonly red: readonly Test[]; readonly seconds: number; readonly fault?: string }

const isPure = ({ path }: Source): boolean => path.startsWith('packages/')

/** Test files that name a clause, in so many words or by a table that fills it in. */
const filesNaming = (clause: string, sources: readonly Source[]): readonly Source[] =>
  sources.filter(({ text }) => text.includes(`[${clause}]`) || (/\[%s\]/.test(text) && text.includes(`'${clause}'`)))

const runNamed = async (copy: TreeCopy, clause: string, files: readonly Source[], bail: boolean): Promise<readonly Test[]> => {
  const report = join(copy.root, '.cache', 'bite.json')
  const more = [...(files.every(isPure) ? [`--config=${copy.pureConfig}`] : []), ...(bail ? ['--bail=1'] : [])]
  const title = String.raw`\[${clause}\]`
  const { isReported, output } = await runVitest({ root: copy.root, files: files.map(({ path }) => path), title, report, more })
  if (!isReported) throw new Error(`Vitest left no report.\n${output}`)
  return readReport(report, copy.root).tests.filter((test) => clausesIn(test.title).includes(clause))
}

const whileSpoilt = async <T>(path: string, { find, replace }: Sabotage, work: () => Promise<T>): Promise<T> => {
  const sound = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  )
  try {
    return await work()
  } finally {
    writeFileSync(path, sound)
  }
}

/** Why a sabotage cannot be made, if it cannot. */
export const misplaced = (root: string, { clause, file, find }: Sabotage): string | undefined => {
  const times = readFileSync(join(root, file), 'utf8').split(find).length - 1
  return times === 1 ? undefined : `The sabotage of clause ${clause} finds its place ${times} times in ${file}, not once.`
}

/** A file whose every named test passes when nothing is spoilt; else red would prove nothing. */
type Sound = (clause: string, files: readonly Source[]) => Promise<ReadonlySet<string>>

const soundIn = (copy: TreeCopy): Sound => {
  const known = new Map<string, Promise<ReadonlySet<string>>>()
  const passing = async (clause: string, files: readonly Source[]): Promise<ReadonlySet<string>> =>
    new Set((await runNamed(copy, clause, files, false)).filter(({ outcome }) => outcome === 'passed').map(({ title }) => title))
  return (clause, files) => {
    const key = [clause, ...files.map(({ path }) => path)].join(' ')
    const running = known.get(key) ?? passing(clause, files)
    known.set(key, running)
    return running
  }
}

const bite = async (copy: TreeCopy, sabotage: Sabotage, sound: Sound, sources: readonly Source[]): Promise<readonly Test[]> => {
  const { clause, file } = sabotage
  const naming = filesNaming(clause, sources)
  // The domain's tests first: they are quick, and nothing but the domain can turn them red.
  const waves = [...(file.startsWith('packages/') ? [naming.filter(isPure)] : []), naming.filter((one) => !isPure(one))]
  for (const files of waves) {
    if (files.length === 0) continue
    const passing = await sound(clause, files)
    const tests = await whileSpoilt(join(copy.root, file), sabotage, () => runNamed(copy, clause, files, true))
    const red = tests.filter(({ outcome, title }) => outcome === 'failed' && passing.has(title))
    if (red.length > 0) return red
  }
  return []
}

/** Spoils one thing after the other in the copy; each must turn a test red that is named for its clause. */
export async function* biteAll(copy: TreeCopy, sabotages: readonly Sabotage[]): AsyncGenerator<Bitten> {
  const sources = taggedTests(copy.root)
  const sound = soundIn(copy)
  for (const sabotage of sabotages) {
    const started = performance.now()
    const fault = misplaced(copy.root, sabotage)
    const red = fault === undefined ? await bite(copy, sabotage, sound, sources) : []
    yield { sabotage, red, seconds: (performance.now() - started) / 1000, ...(fault === undefined ? {} : { fault }) }
  }
}
