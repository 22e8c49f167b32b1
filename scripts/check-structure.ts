import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import { forbidden } from '../.dependency-cruiser.ts'
import { offences, victims } from './structure-canary.ts'

const root = join(import.meta.dirname, '..')
const depcruise = join(root, 'node_modules', '.bin', 'depcruise')
// Inside the repository, so that packages are found from there.
const canaryRoot = join(root, '.cache', 'structure-canary')

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})
type Report = z.infer<typeof report>['summary']

const cruise = (folder: string, rooms: readonly string[]): Report => {
  const args = ['--config', join(root, '.dependency-cruiser.ts'), '--output-type', 'json', ...rooms]
  const done = spawnSync(depcruise, args, { cwd: folder, encoding: 'utf8', maxBuffer: 512 * 1024 ** 2 })
  if (done.stdout === '') throw new Error(`dependency-cruiser said nothing: ${done.stderr}`)
  return report.parse(JSON.parse(done.stdout)).summary
}

const buildCanary = (): void => {
  rmSync(canaryRoot, { recursive: true, force: true })
  const files = {
    ...victims,
    ...Object.fromEntries(
      offences.map(({ file, imports }) => [file, `import * as reached from '${imports}'\nexport const used = reached\n`]),
    ),
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(canaryRoot, file)), { recursive: true })
    writeFileSync(join(canaryRoot, file), text)
  }
}

/** Rules without a canary, and canaries that got away. */
const uncaught = (): readonly string[] => {
  buildCanary()
  const { violations } = cruise(canaryRoot, ['packages', 'server', 'web'])
  const unproven = forbidden.map(({ name }) => name).filter((name) => !offences.some(({ rule }) => rule === name))
  const escaped = offences.filter(
    ({ rule, file }) => !violations.some((found) => found.rule.name === rule && [found.from, found.to].includes(file)),
  )
  return [...unproven.map((name) => `rule ${name} has no canary`), ...escaped.map(({ rule, file }) => `${file} was not caught by ${rule}`)]
}

const { totalCruised, violations } = cruise(root, ['packages', 'server', 'web', 'scripts', 'e2e', 'bench'])
const faults = [...violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`), ...uncaught()]
for (const fault of faults) process.stdout.write(`${fault}\n`)
process.stdout.write(`${totalCruised} modules, ${forbidden.length} rules, ${faults.length} faults\n`)
process.exitCode = faults.length > 0 || totalCruised === 0 ? 1 : 0
