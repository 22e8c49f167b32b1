import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '../testing/index.ts'

type Column = { readonly table: string; readonly column: string; readonly kind: string; readonly nullable: boolean }

let house: TestApp
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())

const root = join(import.meta.dirname, '../../..')

/** What the compiler makes of a column's type: a word list is text. */
const kindOf = (checker: ts.TypeChecker, type: ts.Type): string => {
  const bare = checker.getNonNullableType(type)
  const base = checker.typeToString(checker.getBaseTypeOfLiteralType(bare))
  return bare.isUnion() && bare.types.every((one) => one.isStringLiteral()) ? 'string' : base
}

const declared = (): readonly Column[] => {
  const options = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  ).options
  const file = join(import.meta.dirname, 'testing', 'selected.ts')
  const program = ts.createProgram([file], options)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)!
  const alias = source.statements.find(ts.isTypeAliasDeclaration)!
  const membersOf = (type: ts.Type) =>
    checker.getPropertiesOfType(type).map((member) => [member.name, checker.getTypeOfSymbolAtLocation(member, alias)] as const)
  return membersOf(checker.getTypeAtLocation(alias)).flatMap(([table, row]) =>
    membersOf(row).map(([column, type]) => ({
      table,
      column,
      kind: kindOf(checker, type),
      nullable: type !== checker.getNonNullableType(type),
    })),
  )
}

const kinds: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  bytea: 'Buffer',
  date: 'PlainDate',
  timestamptz: 'Instant',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
}
const kindOfArray = (type: string): string => `readonly ${kinds[type.slice(1)] ?? '?'}[]`
const plain = (kind: string): string => kind.replace(/^Temporal\./, '').replace(/^Buffer<.*>$/, 'Buffer')

test('查询所用的表类型与迁移后的数据库逐列相同：列名、类型、可空', async () => {
  const { rows } = await house.owner.query<Column & { type: string }>(`
    select case table_schema when 'public' then '' else table_schema || '.' end || table_name as table, column_name as column, udt_name as type, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')`)
  const types = declared()
  expect(types.length).toBeGreaterThan(50)
  const tables = new Set(types.map(({ table }) => table))
  const kept = new Map(rows.filter(({ table }) => tables.has(table)).map((row) => [`${row.table}.${row.column}`, row]))

  const faults: string[] = []
  for (const { table, column, kind, nullable } of types) {
    const found = kept.get(`${table}.${column}`)
    kept.delete(`${table}.${column}`)
    if (found === undefined) faults.push(`${table}.${column} is not in the database`)
    else {
      const wanted = found.type.startsWith('_') ? kindOfArray(found.type) : kinds[found.type]
      if (wanted !== undefined && plain(kind).replace(/^readonly /, '') !== wanted.replace(/^readonly /, ''))
        faults.push(`${table}.${column} is ${found.type}, not ${kind}`)
      if (found.nullable !== nullable) faults.push(`${table}.${column} is ${found.nullable ? '' : 'not '}nullable in the database`)
    }
  }
  // A column that no query reads may be left out of the types only where the database makes it.
  const generated = await house.owner.query<{ name: string }>(
    `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attgenerated <> ''`,
  )
  const made = new Set(generated.rows.map(({ name }) => name))
  faults.push(...[...kept.keys()].filter((name) => !made.has(name)).map((name) => `${name} is not in the types`))
  expect(faults).toEqual([])
})
