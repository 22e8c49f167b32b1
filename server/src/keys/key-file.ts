import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { keyringOf, keySet, newKeySet, type KeySet } from './file-keyring.ts'
import type { Keyring } from './keyring.ts'

/** The keys of the file; undefined when there is none. */
export const readKeySet = (path: string): KeySet | undefined => {
  if (!existsSync(path)) return undefined
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
  try {
    return keySet.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new CannotStart(`密钥文件 ${path} 无法读取或内容有误。`, `The key file ${path} cannot be read or is damaged.`)
  }
}

/** Puts a changed set in the file's place, whole: whoever reads meanwhile gets the one or the other. */
export const replaceKeySet = (path: string, set: KeySet): void => {
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(set, undefined, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(unfinished, path)
}

const stampOf = (path: string): string | undefined => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? undefined : `${found.ino} ${found.mtimeMs}`
}

/**
 * The keyring of the key file as it is now: master keys are rotated beside a program that runs, and what is wrapped anew must open at once,
 * while nothing more may be wrapped under the old one. A file that is away or damaged for a moment changes nothing.
 */
export const readKeyFile = (path: string): Keyring | undefined => {
  const first = readKeySet(path)
  if (first === undefined) return undefined
  let ring = keyringOf(first)
  let stamp = stampOf(path)
  const asItIs = (): Keyring => {
    const now = stampOf(path)
    if (now === stamp || now === undefined) return ring
    try {
      const set = readKeySet(path)
      if (set !== undefined) ring = keyringOf(set)
      stamp = now
    } catch {
      // Told at the next start; until then the keys that are known serve on.
    }
    return ring
  }
  return {
    newDataKey: () => asItIs().newDataKey(),
    unwrap: (wrapped) => asItIs().unwrap(wrapped),
    rewrap: (wrapped) => asItIs().rewrap(wrapped),
    seal: (...given) => ring.seal(...given),
    open: (...given) => ring.open(...given),
    keyedHash: (...given) => ring.keyedHash(...given),
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
