import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { ensureSigningKey, publicKeyFile, signingKeyFile } from '../../keys/signing-key.ts'
import type { TestApp } from '../../testing/index.ts'
import { looked } from '../../testing/jobs.ts'
import { assembly } from '../../testing/index.ts'
import { sessionCookie } from '../session/index.ts'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import { writeAudit } from './index.ts'

const program = join(import.meta.dirname, '..', '..', 'cli', 'audit-verify.ts')
/** As whoever verifies runs it: in an empty folder, with what they were given. */
const verify = async (house: Pick<TestApp, 'ownerUrl'>, folder: string, ...more: string[]) => {
  const env = { ...process.env, DATABASE_OWNER_URL: house.ownerUrl }
  try {
    return { code: 0, text: (await promisify(execFile)(process.execPath, [program, ...more], { env, cwd: folder })).stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, text: stdout + stderr }
  }
}

describe('第二十条 [20b] [20-mechanism] 每日签名的审计链', () => {
  let house: StaffHouse
  let folder: string
  let keyFile: string
  let publicKey: string
  const write = (count: number) =>
    asActor(house.app.database, systemActor('liangshan'), async (tx) => {
      for (let index = 0; index < count; index += 1)
        await writeAudit(tx, house.app, { action: 'order.print', subjectIds: [`copy-${index}`], purpose: 'archive', words: '存档理由' })
    })
  const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
  const tamper = async (statement: string): Promise<void> => {
    for (const table of ['audit_record', 'audit.seal', 'audit.day_head'])
      await house.owner.query(`alter table ${table} disable trigger never_changed`)
    expect((await house.owner.query(statement)).rowCount).toBeGreaterThan(0)
  }
  const fileOf = async (day: string, login = 'audit-admin') => {
    const token = await house.signIn(login)
    const url = `/api/v1/audit/days/${day}/file`
    return house.server.inject({ method: 'GET', url, cookies: { [sessionCookie]: token } })
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'open12345-days-'))
    keyFile = join(folder, 'keys', 'keys.json')
    publicKey = publicKeyFile(keyFile)
    house = await staffHouse({ at: '2026-03-02T23:59:59+08:00', config: { keyFile } })
    await write(3)
    await looked(house, assembly, 'audit-seal')
    at('2026-03-03T00:00:00')
    await write(2)
    await looked(house, assembly, 'audit-seal')
    // Nothing happened on the fourth; the fifth is under way.
    at('2026-03-05T09:00:00')
    await write(1)
    await looked(house, assembly, 'audit-seal')
    await looked(house, assembly, 'audit-sign-day')
    return async () => {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('每一天都签，没有记录的一天也签，当天不签；只凭公钥校验', async () => {
    const { rows } = await house.owner.query<{ day: string; records: string }>(
      'select day::text as day, records::text as records from audit.day_head order by day',
    )
    expect(rows.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04'])
    expect(rows.at(-1)?.records).toBe('0')
    await looked(house, assembly, 'audit-sign-day')
    const { code, text } = await verify(house, folder, '--public-key', publicKey)
    expect(text).toContain('每日签名完好 ok  liangshan: 3 signed days, the last 2026-03-04')
    expect(code).toBe(0)
    expect(statSync(signingKeyFile(keyFile)).mode & 0o777).toBe(0o600)
    expect(readFileSync(publicKey, 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/)
  })

  it('没有公钥就说没有校验，不说完好', async () => {
    expect((await verify(house, folder)).text).toContain('未给公钥，未校验每日签名')
  })

  it.each([
    ['中间一天', `delete from audit.day_head where day = '2026-03-03'`, 'day 2026-03-03 is missing'],
    ['没有记录的一天', `delete from audit.day_head where day = '2026-03-04'`, 'day 2026-03-04 is missing'],
    ['第一天', `delete from audit.day_head where day = '2026-03-02'`, 'day 2026-03-02 is missing'],
    ['所有天', `delete from audit.day_head`, 'day 2026-03-02 is missing'],
  ])('拿走%s就能发现', async (_, statement, said) => {
    await tamper(statement)
    const { code, text } = await verify(house, folder, '--public-key', publicKey)
    expect(text).toContain(said)
    expect(code).toBe(1)
  })

  it.each([
    [
      '签名的一个字节',
      `update audit.day_head set signature = set_byte(signature, 20, get_byte(signature, 20) # 1) where day = '2026-03-03'`,
    ],
    ['条数', `update audit.day_head set records = records + 1 where day = '2026-03-03'`],
    ['签名的时间', `update audit.day_head set signed_at = signed_at + interval '1 microsecond' where day = '2026-03-04'`],
  ])('改动%s就能发现', async (_, statement) => {
    await tamper(statement)
    const { code, text } = await verify(house, folder, '--public-key', publicKey)
    expect(text).toMatch(/每日签名有误 BROKEN .*day 2026-03-0[34] (does not|is)|每日签名有误 BROKEN .*the signature of day/)
    expect(code).toBe(1)
  })

  it('链从头另造一遍也骗不过签名', async () => {
    await tamper(`update audit.seal set head = sm.head from (select decode(repeat('ab', 32), 'hex') as head) sm where batch_no = 1`)
    expect((await verify(house, folder, '--public-key', publicKey)).text).toContain('the head of day 2026-03-02 is not in the chain')
  })

  it('截去最后几天，凭“应签到哪一天”发现；所有者失手也删不掉', async () => {
    expect((await verify(house, folder, '--public-key', publicKey, '--until', '2026-03-04')).code).toBe(0)
    expect((await verify(house, folder, '--public-key', publicKey, '--until', '2026-03-05')).text).toContain('day 2026-03-05 is missing')
    await expect(house.owner.query('delete from audit.day_head')).rejects.toThrow('never changed')
  })

  it('别的公钥不认', async () => {
    const other = join(folder, 'other', 'keys.json')
    ensureSigningKey(other)
    const { code, text } = await verify(house, folder, '--public-key', publicKeyFile(other))
    expect(text).toContain('signed with a key that was not given')
    expect(code).toBe(1)
    expect((await verify(house, folder, '--public-key', publicKeyFile(other), '--public-key', publicKey)).code).toBe(0)
  })

  it('一天的文件交第三方保存：不要数据库就能校验，一个字节也改不得；理由仍是密文；导出有记录', async () => {
    const exported = await fileOf('2026-03-03')
    expect(exported.statusCode).toBe(200)
    expect(exported.body).not.toContain('存档理由')
    const file = join(folder, 'day.json')
    writeFileSync(file, exported.rawPayload)
    const check = () => verify({ ownerUrl: 'postgresql://nobody@127.0.0.1:1/none' }, folder, '--day-file', file, '--public-key', publicKey)
    expect(await check()).toMatchObject({
      code: 0,
      text: expect.stringContaining('当日审计完好 ok  liangshan 2026-03-03: 1 seals, 2 records'),
    })

    writeFileSync(file, exported.body.replace('copy-1', 'copy-7'))
    expect(await check()).toMatchObject({ code: 1, text: expect.stringContaining('one of its records was changed') })
    writeFileSync(file, exported.body.replace('"day": "2026-03-03"', '"day": "2026-03-02"'))
    expect(await check()).toMatchObject({ code: 1, text: expect.stringContaining('does not hold') })

    const { rows } = await house.owner.query<{ facts: string[] }>(`select facts from audit_record where action = 'audit.export'`)
    expect(rows.map(({ facts }) => facts)).toEqual([['2026-03-03']])
  })

  it('没有签名的一天导不出；别人不行', async () => {
    for (const day of ['2026-03-05', '2026-02-30', 'x']) expect((await fileOf(day)).statusCode, day).toBe(404)
    expect((await fileOf('2026-03-03', 'security-admin')).statusCode).toBe(403)
    const auditor = house.as(await house.signIn('audit-admin'))
    const first = await auditor('GET', '/audit/days?limit=2')
    expect((first.body['items'] as { day: string }[]).map(({ day }) => day)).toEqual(['2026-03-04', '2026-03-03'])
    const more = await auditor('GET', `/audit/days?limit=2&after=${String(first.body['next'])}`)
    expect(more.body).toMatchObject({ items: [{ day: '2026-03-02' }], next: null })
  })
})
