import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const memory = '/dev/shm'
const roomBytes = 1.5 * 1024 ** 3

/** Memory where there is room: a clone of the template then costs a tenth. Containers often give 64 MB only. */
export const roomyFolder = (): string => {
  try {
    const { bavail, bsize } = statfsSync(memory)
    if (bavail * bsize > roomBytes) return memory
  } catch {
    // No such folder here.
  }
  return tmpdir()
}
