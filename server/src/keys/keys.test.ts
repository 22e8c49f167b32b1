import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDecipheriv, type CipherGCMTypes } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyringOf, newKeySet } from './file-keyring.ts'
import { ensureKeyFile } from './key-file.ts'

const set = newKeySet()
const ring = keyringOf(set)
const { key } = ring.newDataKey()
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array))

test('封存后打得开，原样不变，每次密文不同', () => {
  fc.assert(
    fc.property(bytes, fc.string(), (plain, context) => {
      const sealed = ring.seal(key, plain, context)
      expect(ring.open(key, sealed, context)).toEqual(plain)
      expect(ring.seal(key, plain, context)).not.toEqual(sealed)
    }),
  )
})

test('改动任何一个字节、换了位置或换了钥匙，都打不开', () => {
  const other = ring.newDataKey().key
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (plain, at, flip) => {
      const sealed = ring.seal(key, plain, 'requester.phone 1')
      const bent = Buffer.from(sealed)
      const place = at % bent.length
      bent.writeUInt8(bent.readUInt8(place) ^ flip, place)
      expect(() => ring.open(key, bent, 'requester.phone 1')).toThrow()
      expect(() => ring.open(key, sealed, 'requester.phone 2')).toThrow()
      expect(() => ring.open(other, sealed, 'requester.phone 1')).toThrow()
    }),
  )
  expect(() => ring.open(key, Buffer.alloc(5), '')).toThrow()
})

const openRaw = (vectorKey: Buffer, sealed: Buffer, context: Buffer): string => {
  const opening = createDecipheriv('sm4-gcm' as CipherGCMTypes, vectorKey, sealed.subarray(0, 12), { authTagLength: 16 })
  opening.setAAD(context).setAuthTag(sealed.subarray(-16))
  return opening.update(sealed.subarray(12, -16), undefined, 'hex') + opening.final('hex')
}

test('SM4-GCM 与国家标准相符（RFC 8998 附录的向量）', () => {
  // nonce ‖ cipher text ‖ tag
  const sealed = Buffer.from(
    '00001234567800000000abcd' +
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d' +
      '83de3541e4c2b58177e065a9bf7b62ec',
    'hex',
  )
  const plain = [
    'aaaaaaaaaaaaaaaa',
    'bbbbbbbbbbbbbbbb',
    'cccccccccccccccc',
    'dddddddddddddddd',
    'eeeeeeeeeeeeeeee',
    'ffffffffffffffff',
    'eeeeeeeeeeeeeeee',
    'aaaaaaaaaaaaaaaa',
  ].join('')
  const vectorKey = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const context = Buffer.from('feedfacedeadbeeffeedfacedeadbeefabaddad2', 'hex')
  // The port takes text; these bytes are no UTF-8, so the cipher is asked one floor below.
  expect(openRaw(vectorKey, sealed, context)).toBe(plain)
})

test('主密钥轮换之后，旧的数据密钥仍打得开，新的用新主密钥包装', () => {
  const rotated = keyringOf({ ...set, current: 'k2', masters: { ...set.masters, k2: Buffer.alloc(16, 7).toString('base64') } })
  const old = ring.newDataKey()
  expect(rotated.unwrap(old.wrapped)).toEqual(old.key)
  const fresh = rotated.newDataKey()
  expect(rotated.unwrap(fresh.wrapped)).toEqual(fresh.key)
  expect(() => ring.unwrap(fresh.wrapped)).toThrow('k2')
})

test('检索摘要：同一用途同一内容相同，不同用途不同，共 32 字节', () => {
  expect(ring.keyedHash('phone', '13800000000')).toEqual(keyringOf(set).keyedHash('phone', '13800000000'))
  expect(ring.keyedHash('phone', '1')).not.toEqual(ring.keyedHash('search', '1'))
  expect(ring.keyedHash('phone', '1')).toHaveLength(32)
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open12345-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('空库第一次启动造密钥文件，仅本人可读；之后读同一份', () => {
  const path = join(folder, 'keys', 'keys.json')
  const first = ensureKeyFile(path, false)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  chmodSync(path, 0o644)
  const second = ensureKeyFile(path, true)
  expect(second.keyedHash('phone', '1')).toEqual(first.keyedHash('phone', '1'))
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('已有数据而密钥文件不在：一句话拒绝启动，不另造', () => {
  const path = join(folder, 'keys.json')
  expect(() => ensureKeyFile(path, true)).toThrow('程序不会另造新密钥')
  expect(() => readFileSync(path)).toThrow()
})

test('密钥文件内容有误：一句话拒绝启动', () => {
  const path = join(folder, 'keys.json')
  writeFileSync(path, '{"current":"k1","masters":{"k1":"AAAA"},"lookup":""}')
  expect(() => ensureKeyFile(path, true)).toThrow('密钥文件')
})
