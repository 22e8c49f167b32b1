import { createHash } from 'node:crypto'

export type DiaryEntry = { readonly at: number; readonly ordinal: number; readonly command: string; readonly outcome: string }

/** What was done, by whom is left out: the same month has the same diary, though ids and numbers differ. */
export type Diary = {
  readonly write: (entry: DiaryEntry) => void
  readonly entries: () => readonly DiaryEntry[]
  /** SHA-256 over the entries in the order of the simulated clock. */
  readonly digest: () => string
}

export const openDiary = (): Diary => {
  const written: DiaryEntry[] = []
  // Stable: entries of one order at one instant stay in the order of writing.
  const inOrder = (): readonly DiaryEntry[] => written.toSorted((a, b) => a.at - b.at || a.ordinal - b.ordinal)
  return {
    write: (entry) => void written.push(entry),
    entries: () => written,
    digest: () => {
      const hash = createHash('sha256')
      for (const { at, ordinal, command, outcome } of inOrder()) hash.update(`${at} ${ordinal} ${command} ${outcome}\n`)
      return hash.digest('hex')
    },
  }
}
