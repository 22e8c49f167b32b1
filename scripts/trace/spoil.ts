import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sabotage } from './sabotages/index.ts'

/** Why a sabotage cannot be made, if it cannot. */
export const misplaced = (root: string, { clause, file, find }: Sabotage): string | undefined => {
  const times = readFileSync(join(root, file), 'utf8').split(find).length - 1
  return times === 1 ? undefined : `The sabotage of clause ${clause} finds its place ${times} times in ${file}, not once.`
}

/** Tells the lie; the answer takes it back. */
export const spoil = (root: string, { file, find, replace }: Sabotage): (() => void) => {
  const path = join(root, file)
  const sound = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  )
  return () => writeFileSync(path, sound)
}
