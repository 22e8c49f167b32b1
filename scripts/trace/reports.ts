import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { z } from 'zod'
import { clausesIn, type Outcome, type Test, type Told } from './tests.ts'

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

type Suite = {
  readonly title: string
  readonly file: string
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[] | undefined
  readonly suites?: readonly Suite[] | undefined
}
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    file: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })).optional(),
    suites: z.array(suite).optional(),
  }),
)
const playwrightReport = z.object({ config: z.object({ rootDir: z.string() }), suites: z.array(suite) })

const outcomeOf = (status: string): Outcome => (status === 'passed' || status === 'failed' ? status : 'not-run')

const readVitest = (report: z.infer<typeof vitestReport>, root: string): Told => ({
  tests: report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ file: relative(root, name), title: fullName, outcome: outcomeOf(status) })),
  ),
  faults: report.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'))
    .map(({ name, message }) => `${relative(root, name)} could not be run: ${message.split('\n')[0] ?? ''}`),
})

/** A journey that passes at the second try only is a failure that hides. */
const journeyOutcome = (statuses: readonly string[]): Outcome =>
  statuses.every((status) => status === 'skipped')
    ? 'not-run'
    : statuses.every((status) => status === 'expected' || status === 'skipped')
      ? 'passed'
      : 'failed'

const journeysIn = ({ file, specs = [], suites = [] }: Suite, above: readonly string[], folder: string): readonly Test[] => [
  ...specs.map(({ title, tests }) => ({
    file: `${folder}/${file}`,
    title: [...above, title].join(' '),
    outcome: journeyOutcome(tests.map(({ status }) => status)),
  })),
  ...suites.flatMap((inner) => journeysIn(inner, [...above, inner.title], folder)),
]

/** What a report of Vitest or Playwright says about the tests that name a clause. */
export const readReport = (path: string, root: string): Told => {
  const text: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const vitest = vitestReport.safeParse(text)
  const told = vitest.success ? readVitest(vitest.data, root) : undefined
  if (told !== undefined) return { ...told, tests: told.tests.filter(({ title }) => clausesIn(title).length > 0) }
  const { config, suites } = playwrightReport.parse(text)
  // The outermost suite is the file itself.
  const journeys = suites.flatMap((file) => journeysIn(file, [], relative(root, config.rootDir)))
  return { tests: journeys.filter(({ title }) => clausesIn(title).length > 0), faults: [] }
}
