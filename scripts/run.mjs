// Runs a TypeScript program on the pinned Node, installing the dependencies first when they are missing or stale.
// Plain JavaScript, because it is the one file that must also run on the Node that the machine happens to have (20 or later).
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.open12345-installed')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const pinnedNode = join(root, 'node_modules', '.bin', 'node')

function install() {
  process.stderr.write('Installing dependencies (安装依赖) …\n')
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const done = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) {
    process.stderr.write('Dependencies could not be installed; see the lines above. (依赖安装失败，原因见上。)\n')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted || !existsSync(pinnedNode)) install()
if (!existsSync(pinnedNode)) {
  process.stderr.write(`There is no pinned Node for ${process.platform}-${process.arch}. (没有适用于本机的 Node。)\n`)
  process.exit(1)
}

const [entry, ...rest] = process.argv.slice(2)
// The channel carries nothing: when this process is killed it closes, and the server, which listens for that, goes too.
const child = spawn(pinnedNode, [join(root, entry), ...rest], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
