import ts from 'typescript'
import type { Source } from './sources.ts'
import { clausesIn, type Test } from './tests.ts'

const titleOf = (node: ts.CallExpression): string | undefined => {
  const [first] = node.arguments
  return /^test(\.describe)?(\.\w+)?$/.test(node.expression.getText()) && first !== undefined && ts.isStringLiteralLike(first)
    ? first.text
    : undefined
}

const walk = (node: ts.Node, above: readonly string[], file: string): readonly Test[] => {
  const title = ts.isCallExpression(node) ? titleOf(node) : undefined
  const titles = title === undefined ? above : [...above, title]
  const inner: readonly Test[] = node.getChildren().flatMap((child) => walk(child, titles, file))
  const isTest = title !== undefined && ts.isCallExpression(node) && !node.expression.getText().startsWith('test.describe')
  return isTest ? [{ file, title: titles.join(' '), outcome: 'not-run' }, ...inner] : inner
}

/** The browser journeys that name a clause, read from their text: they count as not run where no report of theirs is given. */
export const journeysOf = (sources: readonly Source[]): readonly Test[] =>
  sources
    .flatMap(({ path, text }) => walk(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true), [], path))
    .filter(({ title }) => clausesIn(title).length > 0)
