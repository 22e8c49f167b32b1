/**
 * Recomputes the audit chain from the rows themselves and says whether it holds. It shares no code with the server.
 *
 *   npm run audit:verify [-- --head <64 hex digits>] [--public-key FILE …] [--until YYYY-MM-DD]
 *   npm run audit:verify -- --day-file FILE --public-key FILE
 *
 * DATABASE_OWNER_URL names the database; without it the running embedded one below the data folder is asked.
 * With the public key that signs the days (the one beside the key file where none is given) their signatures are verified too, and that none
 * is missing; verify/signed-day.ts says how. A third party that holds the file of a day needs neither database nor program.
 *
 * A record's text is its fields in the order of `fields` below, each as `<length in bytes>:<text>,` or `-,` where there is none; an instant is
 * in microseconds since 1970, a list is joined by spaces, bytes are in hexadecimal. Its digest is SM3 of that text.
 * A seal's head is SM3 of `<authority> <number> <sealed at> <count>\n` ‖ previous head (32 zero bytes for the first) ‖ the records' digests.
 *
 * Records and seals cut off at the end leave a chain that holds: note the head that is printed in another place, and give it back by --head.
 * Exit code: 0 the chain holds, 1 it is broken, 2 it could not be read.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { verifyDayFile } from './verify/day-file.ts'
import { verifyDays, type Days } from './verify/days.ts'
import { readPublicKeys, sm3, type PublicKeys } from './verify/signed-day.ts'

type Row = { readonly id: string; readonly fields: readonly (string | null)[] }
type Seal = {
  readonly authority_id: string
  readonly batch_no: string
  readonly sealed_at: string
  readonly ids: readonly string[]
  readonly digests: Buffer
  readonly previous_head: Buffer
  readonly head: Buffer
}
type Finding = {
  readonly authorityId: string
  readonly seals: number
  readonly records: number
  readonly unsealed: number
  readonly head: string
  readonly broken: string | undefined
}

const fields = `authority_id, audit_id::text, (extract(epoch from at) * 1000000)::bigint::text, account_id::text, scope, action, order_id::text,
  array_to_string(subject_ids, ' '), array_to_string(facts, ' '), purpose, encode(words_key, 'hex'), encode(words_sealed, 'hex')`
const sealColumns = `authority_id, batch_no::text, (extract(epoch from sealed_at) * 1000000)::bigint::text as sealed_at, audit_ids::text[] as ids,
  digests, previous_head, head`

const textOf = (row: Row): string => row.fields.map((field) => (field === null ? '-,' : `${Buffer.byteLength(field)}:${field},`)).join('')

const recordsOf = async (client: Client, { authority_id: authority, ids }: Seal): Promise<ReadonlyMap<string, Row>> => {
  const { rows } = await client.query<Row>(
    `select audit_id::text as id, array[${fields}] as fields from audit_record where authority_id = $1 and audit_id = any($2::uuid[])`,
    [authority, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What is wrong with one seal, its place in the chain aside; the first broken record is named. */
const faultOf = async (client: Client, seal: Seal): Promise<string | undefined> => {
  const rows = await recordsOf(client, seal)
  for (const [index, id] of seal.ids.entries()) {
    const row = rows.get(id)
    if (row === undefined) return `audit record ${id} is missing (seal ${seal.batch_no})`
    if (!sm3(textOf(row)).equals(seal.digests.subarray(32 * index, 32 * index + 32)))
      return `audit record ${id} was changed (seal ${seal.batch_no})`
  }
  const line = `${seal.authority_id} ${seal.batch_no} ${seal.sealed_at} ${seal.ids.length}\n`
  return sm3(line, seal.previous_head, seal.digests).equals(seal.head) ? undefined : `seal ${seal.batch_no} was changed`
}

const nextSeals = async (client: Client, authority: string, after: number): Promise<readonly Seal[]> => {
  const text = `select ${sealColumns} from audit.seal s where s.authority_id = $1 and s.batch_no > $2 order by s.batch_no limit 200`
  return (await client.query<Seal>(text, [authority, after])).rows
}

const unsealedOf = async (client: Client, authority: string): Promise<number> => {
  const text = `select count(*)::int as count from audit_record r where r.authority_id = $1
    and not exists (select from (select unnest(audit_ids) as id from audit.seal where authority_id = $1) s where s.id = r.audit_id)`
  return (await client.query<{ count: number }>(text, [authority])).rows[0]?.count ?? 0
}

const verify = async (client: Client, authorityId: string): Promise<Finding> => {
  let head: Buffer = Buffer.alloc(32)
  let seals = 0
  let records = 0
  let broken: string | undefined
  for (
    let batch = await nextSeals(client, authorityId, 0);
    batch.length > 0 && broken === undefined;
    batch = await nextSeals(client, authorityId, seals)
  )
    for (const seal of batch) {
      const isNext = Number(seal.batch_no) === seals + 1 && seal.previous_head.equals(head)
      broken = isNext ? await faultOf(client, seal) : `seal ${seal.batch_no} does not continue seal ${seals}`
      if (broken !== undefined) break
      head = seal.head
      seals += 1
      records += seal.ids.length
    }
  return { authorityId, seals, records, unsealed: await unsealedOf(client, authorityId), head: head.toString('hex'), broken }
}

const connectionString = (): string => {
  const given = process.env['DATABASE_OWNER_URL']
  if (given !== undefined && given !== '') return given
  const pidFile = resolve(process.env['OPEN12345_DATA'] ?? '.data', 'postgres', 'postmaster.pid')
  if (!existsSync(pidFile))
    throw new Error(
      '内置数据库没有运行；请先启动程序，或设置 DATABASE_OWNER_URL。\nThe embedded database is not running: start the program, or set DATABASE_OWNER_URL.',
    )
  const [, , , port = '', socketFolder = ''] = readFileSync(pidFile, 'utf8').split('\n')
  return `postgresql://open12345_owner@/open12345?host=${encodeURIComponent(socketFolder)}&port=${port}`
}

const report = ({ authorityId, seals, records, unsealed, head, broken }: Finding): void => {
  const counts = `${authorityId}: ${seals} seals, ${records} records, ${unsealed} unsealed`
  console.log(broken === undefined ? `审计链完好 ok  ${counts}, head ${head}` : `审计链断裂 BROKEN  ${counts}; ${broken}`)
}

const reportDays = (authorityId: string, { count, last, broken }: Days): void => {
  const counts = `${authorityId}: ${count} signed days${last === undefined ? '' : `, the last ${last}`}`
  console.log(broken === undefined ? `每日签名完好 ok  ${counts}` : `每日签名有误 BROKEN  ${counts}; ${broken}`)
}

const hasHead = async (client: Client, head: string): Promise<boolean> =>
  (await client.query('select from audit.seal where head = $1', [Buffer.from(head, 'hex')])).rowCount === 1

type Asked = { readonly head: string | undefined; readonly until: string | undefined; readonly keys: PublicKeys }

const keysOf = (given: readonly string[]): PublicKeys => {
  const keyFile = process.env['OPEN12345_KEY_FILE'] ?? join(process.env['OPEN12345_DATA'] ?? '.data', 'keys', 'keys.json')
  const beside = join(dirname(resolve(keyFile)), 'audit-signing.pub.pem')
  if (given.length > 0) return readPublicKeys(given)
  return readPublicKeys(existsSync(beside) ? [beside] : [])
}

/** Whether everything holds that is kept of one authority. */
const holds = async (client: Client, authorityId: string, { keys, until }: Asked): Promise<boolean> => {
  const finding = await verify(client, authorityId)
  report(finding)
  if (keys.size === 0) {
    console.log('未给公钥，未校验每日签名 no public key: the signatures of the days were not verified')
    return finding.broken === undefined
  }
  const days = await verifyDays(client, authorityId, keys, until)
  reportDays(authorityId, days)
  return finding.broken === undefined && days.broken === undefined
}

const verifyDatabase = async (asked: Asked): Promise<number> => {
  const client = new Client({ connectionString: connectionString(), application_name: 'open12345-audit-verify' })
  await client.connect()
  try {
    // One snapshot: a sealer at work meanwhile is not taken for a forger.
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ id: string }>(
      'select distinct authority_id as id from audit_record union select distinct authority_id from audit.seal order by id',
    )
    let allHold = true
    for (const { id } of rows) allHold = (await holds(client, id, asked)) && allHold
    if (rows.length === 0) console.log('没有审计记录 no audit records')
    const lost = asked.head !== undefined && !(await hasHead(client, asked.head))
    if (lost) console.log(`审计链断裂 BROKEN  the noted head ${asked.head} is not in the chain: its end was cut off`)
    return lost || !allHold ? 1 : 0
  } finally {
    await client.end()
  }
}

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      head: { type: 'string' },
      until: { type: 'string' },
      'public-key': { type: 'string', multiple: true },
      'day-file': { type: 'string' },
    },
  })
  const keys = keysOf(values['public-key'] ?? [])
  const { 'day-file': file, head, until } = values
  return file === undefined ? verifyDatabase({ head, until, keys }) : verifyDayFile(file, keys) ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
