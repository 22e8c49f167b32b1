import { join } from 'node:path'
import { namesAClause } from './gather.ts'
import { readReport } from './reports.ts'
import type { Sabotage } from './sabotages/index.ts'
import { taggedTests, type Source } from './sources.ts'
import { misplaced, spoil } from './spoil.ts'
import { clausesIn, type Test } from './tests.ts'
import { copyDomain, domain, domainConfig, type TreeCopy } from './tree-copy.ts'
import { runVitest } from './vitest.ts'

export type Bitten = { readonly sabotage: Sabotage; readonly red: readonly Test[] }
type Ground = {
  readonly copy: TreeCopy
  readonly sources: readonly Source[]
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

const isPure = (path: string): boolean => path.startsWith(`${domain}/`)

/** Test files that name a clause, in so many words or by a table that fills it in. */
const filesNaming = (clause: string, sources: readonly Source[]): readonly string[] =>
  sources
    .filter(({ text }) => text.includes(`[${clause}]`) || (/\[%s\]/.test(text) && text.includes(`'${clause}'`)))
    .map(({ path }) => path)

const runNamed = async (
  { copy, signal }: Ground,
  title: string,
  files: readonly string[],
  more: readonly string[] = [],
): Promise<readonly Test[]> => {
  if (files.length === 0) return []
  const report = join(copy.root, '.cache', 'bite.json')
  const { isReported, output } = await runVitest({ root: copy.root, files, title, report, more, signal })
  if (!isReported) throw new Error(`Vitest left no report.\n${output}`)
  return readReport(report, copy.root).tests
}

/** What is red anyhow can prove nothing: what only it would see stays unseen. */
const tellRed = ({ say }: Ground, sound: readonly Test[], files: readonly string[]): void => {
  for (const { file, title, outcome } of sound) if (outcome === 'failed') say(`Red even where nothing is spoilt: ${file}: ${title}`)
  const mute = files.filter((file) => !sound.some((test) => test.file === file))
  if (mute.length > 0) say(`Not run even where nothing is spoilt: ${mute.join(', ')}`)
}

const keyOf = ({ file, title }: Test): string => `${file} ${title}`

/** What fails for the clause now and passed when nothing was spoilt; a test that is red anyhow proves nothing. */
const redOf = ({ clause }: Sabotage, tests: readonly Test[], sound: readonly Test[]): readonly Test[] => {
  const passing = new Set(sound.filter(({ outcome }) => outcome === 'passed').map(keyOf))
  return tests.filter((test) => test.outcome === 'failed' && passing.has(keyOf(test)) && clausesIn(test.title).includes(clause))
}

/** Every spoilt domain is a copy of its own, and one run tests them all beside a sound one. */
const biteDomain = async (
  ground: Ground,
  sabotages: readonly Sabotage[],
  isAsked: (file: string) => boolean,
): Promise<readonly Bitten[]> => {
  const { copy, sources } = ground
  const spoilt = sabotages.map((sabotage, index) => {
    const folder = copyDomain(copy, `${index + 1}`)
    spoil(join(copy.root, folder), sabotage)
    return { sabotage, folder, files: filesNaming(sabotage.clause, sources).filter(isPure).filter(isAsked) }
  })
  const sound = copyDomain(copy, 'sound')
  const named = [...new Set(spoilt.flatMap(({ files }) => files))]
  const files = [...named.map((file) => join(sound, file)), ...spoilt.flatMap((one) => one.files.map((file) => join(one.folder, file)))]
  const tests = await runNamed(ground, namesAClause, files, [`--config=${domainConfig(copy)}`])
  const of = (folder: string): readonly Test[] =>
    tests.filter(({ file }) => file.startsWith(`${folder}/`)).map((test) => ({ ...test, file: test.file.slice(folder.length + 1) }))
  tellRed(ground, of(sound), named)
  return spoilt.map(({ sabotage, folder }) => ({ sabotage, red: redOf(sabotage, of(folder), of(sound)) }))
}

/** What the domain's tests cannot see: one run each, on a database, after one run with nothing spoilt. */
const biteServer = async (ground: Ground, sabotages: readonly Sabotage[]): Promise<readonly Bitten[]> => {
  const { copy, sources, say } = ground
  const filesOf = ({ clause }: Sabotage): readonly string[] => filesNaming(clause, sources).filter((file) => !isPure(file))
  const named = [...new Set(sabotages.flatMap(filesOf))]
  const sound = await runNamed(ground, namesAClause, named)
  tellRed(ground, sound, named)
  const bitten: Bitten[] = []
  for (const sabotage of sabotages) {
    say(`${sabotage.clause}: ${sabotage.why}`)
    const restore = spoil(copy.root, sabotage)
    try {
      const files = filesOf(sabotage)
      // What is red anyhow ends no run.
      const redAnyhow = sound.filter(({ file, outcome }) => outcome === 'failed' && files.includes(file)).length
      const tests = await runNamed(ground, String.raw`\[${sabotage.clause}\]`, files, [`--bail=${redAnyhow + 1}`])
      bitten.push({ sabotage, red: redOf(sabotage, tests, sound) })
    } finally {
      restore()
    }
  }
  return bitten
}

/** Spoils one thing after the other in the copy; each must turn a test red that is named for its clause. */
export const biteAll = async (
  copy: TreeCopy,
  sabotages: readonly Sabotage[],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly Bitten[]> => {
  const faults = sabotages.flatMap((sabotage) => misplaced(copy.root, sabotage) ?? [])
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const ground: Ground = { copy, sources: taggedTests(copy.root), say, signal }
  const seen = new Map<Sabotage, Bitten>()
  const unseen = (isOurs: (path: string) => boolean): readonly Sabotage[] => sabotages.filter((one) => !seen.has(one) && isOurs(one.file))
  const note = (bitten: readonly Bitten[]): void => {
    for (const one of bitten) if (one.red.length > 0) seen.set(one.sabotage, one)
    say(`${seen.size} of ${sabotages.length} seen`)
  }
  say(`${sabotages.length} sabotages, the domain's side by side …`)
  // Laws are drawn from thousands of stories: they are asked only about what no example saw.
  const isLaw = (file: string): boolean => file.endsWith('/laws.test.ts')
  note(await biteDomain(ground, unseen(isPure), (file) => !isLaw(file)))
  note(await biteDomain(ground, unseen(isPure), isLaw))
  note(
    await biteServer(
      ground,
      unseen(() => true),
    ),
  )
  return sabotages.map((sabotage) => seen.get(sabotage) ?? { sabotage, red: [] })
}
