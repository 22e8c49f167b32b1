import { randomInt, randomUUID } from 'node:crypto'
import { Client } from 'pg'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

// Numbers that the program does not reach, none of them twice, in another run neither.
let numbers = 990_000_000_000 + randomInt(9_000_000_000)

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The same statements with ids of their own, so that they can be run again; ids that `kept` names stay. */
const renewed = (statements: readonly Statement[], kept: ReadonlySet<string>): readonly Statement[] => {
  const ids = new Map<string, string>()
  const renew = (id: string): string => {
    if (kept.has(id)) return id
    const made = ids.get(id) ?? `${id.slice(0, 19)}${randomUUID().slice(19)}`
    ids.set(id, made)
    return made
  }
  return statements.map(({ text, values }) => ({
    text,
    values: values.map((value) => (typeof value === 'string' ? value.replaceAll(uuid, renew) : value)),
  }))
}

/** The raw limit: the same statements of one transaction, prepared and pipelined, with nothing else done between them. */
export const runRaw = async (
  url: string,
  statements: readonly Statement[],
  kept: ReadonlySet<string>,
  { seconds, atOnce }: { readonly seconds: number; readonly atOnce: number },
): Promise<number> => {
  let done = 0
  const end = performance.now() + seconds * 1000
  const one = async (): Promise<void> => {
    const client = new Client({ connectionString: url, pipeline: true })
    client.on('error', () => {})
    await client.connect()
    while (performance.now() < end) {
      const number = String(numbers++)
      const own = renewed(statements, kept).map(({ text, values }, index) => ({
        name: `raw${index}`,
        text,
        values: values.map((value) => (typeof value === 'string' ? value.replace(/"number":"\d{12}"/, `"number":"${number}"`) : value)),
      }))
      await Promise.all([client.query('begin'), ...own.map((query) => client.query(query)), client.query('commit')])
      done += 1
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return done / seconds
}
