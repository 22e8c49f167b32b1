import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { keyringOf, keySet, newKeySet } from './file-keyring.ts'
import type { Keyring } from './keyring.ts'

/** Reads the key file; undefined when there is none. */
export const readKeyFile = (path: string): Keyring | undefined => {
  if (!existsSync(path)) return undefined
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
  try {
    return keyringOf(keySet.parse(JSON.parse(readFileSync(path, 'utf8'))))
  } catch {
    throw new CannotStart(`密钥文件 ${path} 无法读取或内容有误。`, `The key file ${path} cannot be read or is damaged.`)
  }
}

/** On the disk whole before anything is sealed with it: after a power cut there is either no key file, or this one. */
const make = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(newKeySet(), undefined, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  // Not `rename`, which would put it over one that another start has just made.
  linkSync(unfinished, path)
  unlinkSync(unfinished)
}

/**
 * The keyring of the key file, made anew for an empty database only. Data whose keys are lost stays unreadable; a new key made silently
 * would hide the loss until somebody needs the data.
 */
export const ensureKeyFile = (path: string, hasData: boolean): Keyring => {
  if (!existsSync(path)) {
    if (hasData)
      throw new CannotStart(
        `数据库中已有数据，但找不到密钥文件 ${path}：请从备份恢复该文件，程序不会另造新密钥。`,
        `The database holds data but its key file ${path} is missing: restore it from the backup; no new key is made.`,
      )
    make(path)
  }
  const keyring = readKeyFile(path)
  if (keyring === undefined) throw new Error('unreachable: the key file was just seen')
  return keyring
}
