import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOf, sound, unsound, type Checked } from './fault.ts'
import { normsOf, type Norms, type WrittenNorms } from './norms.ts'
import { jsonOf } from './text-of.ts'

const packFiles = (folder: string): readonly string[] =>
  existsSync(join(folder, 'packs'))
    ? readdirSync(join(folder, 'packs'))
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => `packs/${name}`)
    : []

/** The authority, its calendar and its own packs, as a folder has them: read, and as written. */
export const readNorms = (folder: string): Checked<{ readonly norms: Norms; readonly written: WrittenNorms }> => {
  const authority = jsonOf(folder, 'authority.json')
  const calendar = jsonOf(folder, 'calendar.json')
  const packs = packFiles(folder).map((file) => ({ file, source: jsonOf(folder, file) }))
  const read = packs.flatMap(({ file, source }) => (source.ok ? [{ file, source: source.value }] : []))
  if (!authority.ok || !calendar.ok || read.length < packs.length)
    return unsound(...faultsOf(authority, calendar, ...packs.map(({ source }) => source)))
  const written = { authority: authority.value, calendar: calendar.value, packs: read }
  const norms = normsOf(written)
  return norms.ok ? sound({ norms: norms.value, written }) : norms
}
