import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OrderView } from '@open12345/contract/work-order'
import { scene, type Scene } from '../testing/scene.ts'
import { keyringOf, wrappedBy, type KeySet } from './file-keyring.ts'
import { readKeyFile } from './key-file.ts'
import { countWrapped, keyColumns } from './rewrap.ts'

const program = join(import.meta.dirname, '..', 'cli', 'key-rotate.ts')
/** The keys with which every test's program begins. */
const first: KeySet = {
  current: 't1',
  masters: { t1: Buffer.alloc(16, 1).toString('base64') },
  lookup: Buffer.alloc(32, 2).toString('base64'),
}

describe('第二十条 [20a] [20-mechanism] 主密钥轮换', () => {
  let house: Scene
  let folder: string
  let keyFile: string
  let orderId: string
  let owner: Client

  /** Runs the command as it is run; `killAt` kills it as soon as it says that. */
  const rotate = (given: readonly string[] = [], killAt?: string): Promise<{ readonly code: number | null; readonly text: string }> =>
    new Promise((done) => {
      const env = {
        ...process.env,
        DATABASE_URL: house.serverUrl,
        DATABASE_OWNER_URL: house.ownerUrl,
        OPEN12345_KEY_FILE: keyFile,
        OPEN12345_DATA: folder,
      }
      const child = spawn(process.execPath, [program, ...given], { env })
      let text = ''
      const hear = (chunk: Buffer): void => {
        text += chunk.toString()
        if (killAt !== undefined && text.includes(killAt)) child.kill('SIGKILL')
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.on('close', (code) => done({ code, text }))
    })
  const countOf = async (version: string): Promise<number> => {
    let sum = 0
    for (const one of await keyColumns(owner)) sum += await countWrapped(owner, one, version, '=')
    return sum
  }
  const setNow = (): KeySet => JSON.parse(readFileSync(keyFile, 'utf8')) as KeySet

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'open12345-rotate-'))
    keyFile = join(folder, 'keys.json')
    writeFileSync(keyFile, JSON.stringify(first), { mode: 0o600 })
    house = await scene({ at: '2026-03-02T09:00:00+08:00' })
    owner = new Client({ connectionString: house.ownerUrl })
    await owner.connect()
    // The program reads its keys from the file, as it does when it is started.
    Object.assign(house.app, { keyring: readKeyFile(keyFile) })
    const filed = await house.nobody<{ number: string }>('POST', '/requests', {
      kind: 'help',
      subject: 'water-supply',
      place: { county: '513401', township: null },
      content: '小区停水两天了，没有看到通知，请问什么时候恢复？',
      name: '测试人',
      phone: '13912345678',
    })
    const dispatcher = await house.desk('dispatcher')
    const found = await dispatcher<{ items: { orderId: string }[] }>('GET', `/orders/search?text=${filed.body.number}`)
    orderId = found.body.items[0]?.orderId ?? ''
    await dispatcher('POST', `/orders/${orderId}/reveal`, { reason: 'contact-requester', words: '核对地址' })
    return async () => {
      await owner.end()
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  const everythingOpens = async (): Promise<void> => {
    const dispatcher = await house.desk('dispatcher')
    expect((await dispatcher<OrderView>('GET', `/orders/${orderId}`)).body.content).toContain('停水两天')
    const reveal = { reason: 'contact-requester', words: '再核对' }
    expect((await dispatcher<{ name: string; phone: string }>('POST', `/orders/${orderId}/reveal`, reveal)).body).toMatchObject({
      name: '测试人',
      phone: '13912345678',
    })
    const auditor = await house.desk('audit-admin')
    const seen = await auditor<{ items: { action: string; reason: string | null }[] }>('GET', `/audit?orderId=${orderId}`)
    expect(seen.body.items.map(({ reason }) => reason)).toContain('核对地址')
  }

  it('正在运行的程序不停：换包后样样打得开，新写入的由新主密钥包装；旧主密钥退役后仍打得开', async () => {
    const before = await countOf('t1')
    expect(before).toBeGreaterThan(20)
    const { code, text } = await rotate()
    expect([code, text]).toEqual([0, expect.stringContaining(`已换包 rewrapped: ${before}`)])
    expect(setNow().current).toBe('k2')
    expect(await countOf('t1')).toBe(0)
    expect(house.app.keyring.newDataKey().wrapped.subarray(0, 3)).toEqual(wrappedBy('k2'))
    await everythingOpens()

    expect(await rotate(['--retire', 't1'])).toMatchObject({ code: 0, text: expect.stringContaining('已退役') })
    expect(Object.keys(setNow().masters)).toEqual(['k2'])
    await everythingOpens()
    expect(JSON.parse(readFileSync(join(folder, 'retired-t1.json'), 'utf8'))).toMatchObject({ masters: first.masters })
  })

  it('中途被杀：有的换了有的没换，两种都打得开；再运行接着做完，不再造新主密钥', async () => {
    // Whoever holds the table makes it stand still there.
    await owner.query('begin; lock table vault.requester in exclusive mode')
    const killed = await rotate([], 'vault.requester.wrapped_key')
    expect(killed.code).toBe(null)
    await owner.query('rollback')
    expect(await countOf('t1')).toBeGreaterThan(0)
    expect(await countOf('k2')).toBeGreaterThan(0)
    await everythingOpens()

    const refused = await rotate(['--retire', 't1'])
    expect(refused).toMatchObject({ code: 1, text: expect.stringContaining('还有数据密钥由 t1 包装') })
    expect(Object.keys(setNow().masters)).toEqual(['t1', 'k2'])

    expect(await rotate()).toMatchObject({ code: 0, text: expect.stringContaining('接着上次 going on: k2') })
    expect(await countOf('t1')).toBe(0)
    expect((await rotate(['--retire', 't1'])).code).toBe(0)
    await everythingOpens()
  })

  it('审计记录一个字节也不动，链照样完好；换包的钥匙放在旁边', async () => {
    const records = `select md5(string_agg(r::text, ';' order by audit_id)) as digest from audit_record r`
    const before = (await owner.query<{ digest: string }>(records)).rows
    await rotate()
    expect((await owner.query<{ digest: string }>(records)).rows).toEqual(before)
    await rotate()
    expect(setNow().current).toBe('k3')
    expect(await countOf('k2')).toBe(0)
    expect((await rotate(['--retire', 't1'])).code).toBe(0)
    expect((await rotate(['--retire', 'k2'])).code).toBe(0)
    await everythingOpens()
  })

  it('当前的、没有的主密钥不能退役', async () => {
    for (const version of ['t1', 'k9'])
      expect(await rotate(['--retire', version])).toMatchObject({ code: 1, text: expect.stringContaining('不是可退役的旧主密钥') })
    expect(setNow()).toEqual(first)
  })

  it('凡是包装的数据密钥，列名都以 _key 结尾：一列也不会漏', async () => {
    const columns = await keyColumns(owner)
    const names = new Set(columns.map(({ table, column }) => `${table.replace(/_\d{6}$|_default$/, '')}.${column}`))
    const prefix = wrappedBy('t1')
    const { rows } = await owner.query<{ table: string; column: string }>(`
      select c.oid::regclass::text as "table", a.attname as "column" from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and n.nspname in ('public', 'vault', 'audit') and a.atttypid = 'bytea'::regtype and not a.attisdropped`)
    for (const { table, column } of rows) {
      const found = await owner.query(`select from ${table} where substring(${column} from 1 for 3) = $1 limit 1`, [prefix])
      if ((found.rowCount ?? 0) > 0) expect(names, `${table}.${column}`).toContain(`${table.replace(/_\d{6}$|_default$/, '')}.${column}`)
    }
    expect([...names].toSorted()).toMatchInlineSnapshot(`
      [
        "account.mobile_key",
        "audit.rewrapped_key.words_key",
        "audit.warning.words_key",
        "audit_record.words_key",
        "contact.wrapped_key",
        "file.wrapped_key",
        "identity_provider.wrapped_key",
        "installation.wrapped_key",
        "knowledge_report.wrapped_key",
        "linkage.wrapped_key",
        "linkage_drill.wrapped_key",
        "model_draft.wrapped_key",
        "outbox.copy_key",
        "second_factor.wrapped_key",
        "sms_reply.words_key",
        "unit_contact.wrapped_key",
        "vault.requester.wrapped_key",
        "work_order_key.wrapped_key",
      ]
    `)
  })

  it('换包不改数据密钥本身', () => {
    const ring = keyringOf({ ...first, current: 'k2', masters: { ...first.masters, k2: Buffer.alloc(16, 9).toString('base64') } })
    const { key, wrapped } = keyringOf(first).newDataKey()
    expect(ring.unwrap(ring.rewrap(wrapped))).toEqual(key)
    expect(ring.rewrap(wrapped).subarray(0, 3)).toEqual(wrappedBy('k2'))
  })
})
