import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('什么都不设：本机 12345 端口、内置数据库、演示数据', () => {
  expect(readConfig({}, '/srv/house')).toEqual({
    production: false,
    host: 'localhost',
    port: 12_345,
    dataFolder: '/srv/house/.data',
    keyFile: '/srv/house/.data/keys/keys.json',
    database: undefined,
    demonstration: true,
    demonstrationDays: 30,
    authorityId: 'liangshan',
    roles: { http: true, jobs: true },
    rateLimits: true,
    trustProxy: [],
    metricsToken: undefined,
  })
})

test('外部数据库或正式运行时，没有要求就没有演示账号', () => {
  const url = 'postgresql://open12345_server:x@db/open12345'
  expect(readConfig({ DATABASE_URL: url }).demonstration).toBe(false)
  expect(readConfig({ NODE_ENV: 'production' }).demonstration).toBe(false)
  expect(readConfig({ DATABASE_URL: url, OPEN12345_DEMO: '1' }).demonstration).toBe(true)
  expect(readConfig({ OPEN12345_DEMO: 'no' }).demonstration).toBe(false)
})

test('角色可以分开', () => {
  expect(readConfig({ OPEN12345_ROLES: 'jobs' }).roles).toEqual({ http: false, jobs: true })
})

test('代理按地址相信；on 即本机的代理', () => {
  expect(readConfig({ OPEN12345_TRUST_PROXY: 'on' }).trustProxy).toEqual(['127.0.0.1', '::1'])
  expect(readConfig({ OPEN12345_TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1'])
  expect(readConfig({ OPEN12345_TRUST_PROXY: 'off' }).trustProxy).toEqual([])
})

test('空的变量等于没有设', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
})

test.each([
  [{ PORT: 'x' }, 'PORT'],
  [{ PORT: '0' }, 'PORT'],
  [{ PORT: '65536' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ DATABASE_OWNER_URL: 'postgresql://o@db/x' }, 'DATABASE_URL'],
  [{ OPEN12345_AUTHORITY: '凉山' }, 'OPEN12345_AUTHORITY'],
  [{ OPEN12345_ROLES: 'http,web' }, 'OPEN12345_ROLES'],
  [{ OPEN12345_DEMO: 'maybe' }, 'OPEN12345_DEMO'],
  [{ OPEN12345_METRICS_TOKEN: 'short' }, 'OPEN12345_METRICS_TOKEN'],
  [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
  [{ OPEN12345_TRUST_PROXY: '10.0.0.0/99' }, 'OPEN12345_TRUST_PROXY'],
  [{ OPEN12345_TRUST_PROXY: 'proxy.local' }, 'OPEN12345_TRUST_PROXY'],
])('%j：中英文各一句，指出是哪个变量', (variables, name) => {
  expect(() => readConfig(variables)).toThrow(new RegExp(`^环境变量 ${name} .*。\nThe environment variable ${name} .*\\.$`))
})
