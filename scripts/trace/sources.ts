import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Source = { readonly path: string; readonly text: string }

const isLeftOut = (name: string): boolean => name === 'node_modules' || name === 'dist'
const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing\//.test(path)

const read = (root: string, patterns: readonly string[]): readonly Source[] =>
  globSync(patterns, { cwd: root, exclude: isLeftOut })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Where rules live. */
export const ruleSources = (root: string): readonly Source[] =>
  read(root, ['packages/*/src/**/*.{ts,tsx}', 'server/src/**/*.ts', 'web/*/src/**/*.{ts,tsx}']).filter(({ path }) => !isTest(path))

/** Test files in which some title carries a clause, or is filled with one by a table. */
export const taggedTests = (root: string): readonly Source[] =>
  read(root, ['packages/*/src/**/*.test.ts', 'server/src/**/*.test.ts', 'web/*/src/**/*.test.ts']).filter(({ text }) =>
    /\[(\d+[a-z0-9-]*|%s|\$\{?[\w.]+\}?)\]/.test(text),
  )

export const journeySources = (root: string): readonly Source[] => read(root, ['e2e/**/*.{spec,test}.ts'])
