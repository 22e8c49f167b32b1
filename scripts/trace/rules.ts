import ts from 'typescript'
import type { Source } from './sources.ts'

export type Rule = { readonly clause: string; readonly rule: string }
export type Rules = { readonly rules: readonly Rule[]; readonly faults: readonly string[] }

const nameOf = (statement: ts.Statement): string | undefined => {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText()
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text
  return ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement) ? statement.name.text : undefined
}

const clausesOf = (statement: ts.Statement): readonly string[] =>
  ts
    .getJSDocTags(statement)
    .filter(({ tagName }) => tagName.text === 'clause')
    .map(({ comment }) => (ts.getTextOfJSDocComment(comment) ?? '').trim().split(/\s+/)[0] ?? '')

/** The top-level declarations whose doc comment says `@clause`. A tag anywhere else would be read by nobody, so it is a fault. */
const rulesIn = ({ path, text }: Source): Rules => {
  const tags = text.match(/@clause\b/g)?.length ?? 0
  if (tags === 0) return { rules: [], faults: [] }
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const rules = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind).statements.flatMap((statement) => {
    const name = nameOf(statement)
    return name === undefined ? [] : clausesOf(statement).map((clause) => ({ clause, rule: `${path}#${name}` }))
  })
  const lost = tags - rules.length
  return { rules, faults: lost === 0 ? [] : [`${path}: ${lost} @clause stand at no top-level declaration.`] }
}

export const rulesOf = (sources: readonly Source[]): Rules => {
  const found = sources.map(rulesIn)
  return { rules: found.flatMap(({ rules }) => rules), faults: found.flatMap(({ faults }) => faults) }
}
