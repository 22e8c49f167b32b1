import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../../config.ts'

/** Where sealed bytes lie, by id. */
export type FileStore = {
  readonly put: (id: string, bytes: Buffer) => Promise<void>
  readonly get: (id: string) => Promise<Buffer>
  readonly remove: (id: string) => Promise<void>
  readonly ids: () => Promise<readonly string[]>
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** `<data>/files/<authority>/<last two>/<id>`: the last characters of a UUID v7 are random, its first ones are the time. */
export const folderStore = ({ dataFolder, authorityId }: Pick<Config, 'dataFolder' | 'authorityId'>): FileStore => {
  const root = join(dataFolder, 'files', authorityId)
  const pathOf = (id: string): string => join(root, id.slice(34, 36), id)

  const put = async (id: string, bytes: Buffer): Promise<void> => {
    const path = pathOf(id)
    const temporary = `${path}.${randomBytes(6).toString('hex')}.part`
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
  }
  const ids = async (): Promise<readonly string[]> => {
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
    return entries.flatMap((entry) => (entry.isFile() && uuidPattern.test(entry.name) ? [entry.name] : []))
  }
  return { put, get: (id) => readFile(pathOf(id)), remove: (id) => rm(pathOf(id), { force: true }), ids }
}
