import { join } from 'node:path'
import { runAll } from './command.ts'

const tsc = join(import.meta.dirname, '..', 'node_modules', '.bin', 'tsc')
const projects = ['packages/domain', 'packages/language', '.', 'web']

const done = await runAll(
  projects.map((project) => ({ title: `tsc ${project}`, command: tsc, args: ['-p', project, '--pretty', 'false'] })),
)
for (const { title, output, isGood } of done) if (!isGood) process.stdout.write(`${title}\n${output}\n`)
process.exitCode = done.every(({ isGood }) => isGood) ? 0 : 1
