import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'

export type Config = {
  readonly production: boolean
  readonly host: string
  readonly port: number
  /** Everything that the program keeps outside the database: embedded database, keys, files. */
  readonly dataFolder: string
  readonly keyFile: string
  /** Undefined: the embedded PostgreSQL. */
  readonly database: { readonly serverUrl: string; readonly ownerUrl: string | undefined } | undefined
  /** Demonstration accounts and matters on an empty database. */
  readonly demonstration: boolean
  /** So many days before the first start are played in a demonstration. */
  readonly demonstrationDays: number
  readonly authorityId: string
  readonly roles: { readonly http: boolean; readonly jobs: boolean }
  readonly rateLimits: boolean
  /** Addresses of the proxies whose X-Forwarded-* is believed; nobody else's is. */
  readonly trustProxy: readonly string[]
  /** Opens /metrics to others than this machine. */
  readonly metricsToken: string | undefined
}

const flag = z.stringbool({ truthy: ['1', 'true', 'yes', 'on'], falsy: ['0', 'false', 'no', 'off'] })
const isNetwork = (text: string): boolean => {
  const [address = '', bits = '0', ...more] = text.split('/')
  return more.length === 0 && isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)
}
const addresses = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .refine((list) => list.every(isNetwork))
/** `on` means a proxy on this machine. */
const proxies = z.union([flag.transform((isOn) => (isOn ? ['127.0.0.1', '::1'] : [])), addresses])
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/)

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(12_345),
  HOST: z.string().min(1).default('localhost'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  OPEN12345_DATA: z.string().min(1).default('.data'),
  OPEN12345_KEY_FILE: z.string().min(1).optional(),
  OPEN12345_DEMO: flag.optional(),
  OPEN12345_DEMO_DAYS: z.coerce.number().int().min(0).max(400).default(30),
  OPEN12345_AUTHORITY: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,31}$/)
    .default('liangshan'),
  OPEN12345_ROLES: z
    .string()
    .regex(/^(http|jobs)(,(http|jobs))?$/)
    .default('http,jobs'),
  OPEN12345_RATE_LIMITS: flag.default(true),
  OPEN12345_TRUST_PROXY: proxies.default([]),
  OPEN12345_METRICS_TOKEN: z.string().min(16).optional(),
})

const expected: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  PORT: ['应为 1 到 65535 的整数', 'must be a whole number from 1 to 65535'],
  DATABASE_URL: ['应形如 postgresql://用户:密码@主机:5432/数据库', 'must look like postgresql://user:password@host:5432/database'],
  DATABASE_OWNER_URL: ['应形如 postgresql://用户:密码@主机:5432/数据库', 'must look like postgresql://user:password@host:5432/database'],
  OPEN12345_DEMO_DAYS: ['应为 0 到 400 的整数', 'must be a whole number from 0 to 400'],
  OPEN12345_AUTHORITY: ['应为小写字母、数字和连字符', 'must be small letters, digits and hyphens'],
  OPEN12345_TRUST_PROXY: [
    '应为 on、off 或代理的地址（可为网段，以逗号分隔）',
    'must be on, off or the addresses of the proxies (or networks, by commas)',
  ],
  OPEN12345_ROLES: ['应为 http、jobs 或 http,jobs', 'must be http, jobs or http,jobs'],
  OPEN12345_METRICS_TOKEN: ['至少 16 个字符', 'must have 16 characters or more'],
}

const refuse = (names: readonly string[]): CannotStart => {
  const name = names[0] ?? ''
  const [zh, en] = expected[name] ?? ['取值不对', 'has a value that is not understood']
  return new CannotStart(`环境变量 ${name} ${zh}。`, `The environment variable ${name} ${en}.`)
}

/** Settings from the environment; an empty variable counts as none. */
export const readConfig = (variables: Readonly<Record<string, string | undefined>>, root = process.cwd()): Config => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) throw refuse(read.error.issues.map(({ path }) => String(path[0])))
  const env = read.data
  if (env.DATABASE_OWNER_URL !== undefined && env.DATABASE_URL === undefined) throw refuse(['DATABASE_URL'])

  const production = env.NODE_ENV === 'production'
  const dataFolder = resolve(root, env.OPEN12345_DATA)
  const database = env.DATABASE_URL === undefined ? undefined : { serverUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL }
  return {
    production,
    host: env.HOST,
    port: env.PORT,
    dataFolder,
    keyFile: env.OPEN12345_KEY_FILE === undefined ? join(dataFolder, 'keys', 'keys.json') : resolve(root, env.OPEN12345_KEY_FILE),
    database,
    demonstration: env.OPEN12345_DEMO ?? (database === undefined && !production),
    demonstrationDays: env.OPEN12345_DEMO_DAYS,
    authorityId: env.OPEN12345_AUTHORITY,
    roles: { http: env.OPEN12345_ROLES.includes('http'), jobs: env.OPEN12345_ROLES.includes('jobs') },
    rateLimits: env.OPEN12345_RATE_LIMITS,
    trustProxy: env.OPEN12345_TRUST_PROXY,
    metricsToken: env.OPEN12345_METRICS_TOKEN,
  }
}
