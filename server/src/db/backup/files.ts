import { copyFileSync, existsSync, globSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digestOfFile } from './digest.ts'
import type { Manifest } from './manifest.ts'

type Kept = Manifest['files'][number]

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder) ? globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile()) : []

/** Copies uploads with their digests. They are never changed once written; one that comes meanwhile belongs to a later backup. */
export const copyFiles = async (from: string, to: string): Promise<readonly Kept[]> => {
  const kept: Kept[] = []
  for (const path of filesBelow(from).toSorted()) {
    const target = join(to, path)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    copyFileSync(join(from, path), target)
    kept.push({ path, bytes: statSync(target).size, sha256: await digestOfFile(target) })
  }
  return kept
}
