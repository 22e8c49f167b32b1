import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'

/** How PostgreSQL's programs are called: `wrap` goes before their command line, `own` hands them a folder. */
export type RunAs = { readonly wrap: readonly string[]; readonly own: (path: string) => void }

const works = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

const userRow = (name: string): readonly string[] | undefined =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name)

/** Whether a user other than root can walk to the path. */
const isReachable = (path: string): boolean => {
  const folder = resolve(path)
  if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
  return folder === dirname(folder) || isReachable(dirname(folder))
}

/** `$0` is who must still be its parent. */
const ifNotOrphaned = 'test "$PPID" = "$0" && exec "$@"'

// PostgreSQL goes when we die, by whatever signal: no orphan after kill -9. SIGINT is its fast and clean shutdown.
// Trap: whoever dies before the wish is made known is not mourned any more; hence the look at the parent after it.
const dieWithUs = (): readonly string[] =>
  works('setpriv', ['--pdeathsig', 'SIGINT', 'true']) ? ['--pdeathsig', 'SIGINT', 'sh', '-c', ifNotOrphaned, String(process.pid)] : []

const inNamespace = ['-U', '--map-user=1000', '--map-group=1000']

const otherUser = (): readonly string[] => {
  if (userRow('postgres') === undefined)
    spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  const row = userRow('postgres') ?? userRow('nobody')
  if (row === undefined) throw new CannotStart('没有可用来运行 PostgreSQL 的普通用户。', 'There is no ordinary user to run PostgreSQL as.')
  return row
}

const ownerOf = (dataFolder: string): number | undefined => {
  const mark = join(dataFolder, 'PG_VERSION')
  return existsSync(mark) ? statSync(mark).uid : undefined
}

const namespaced = (death: readonly string[]): RunAs => {
  if (!works('unshare', [...inNamespace, 'true']))
    throw new CannotStart(
      'PostgreSQL 不能以 root 身份运行，本机又不允许用户命名空间：请把程序移到公共目录（如 /opt），或改用普通用户启动。',
      'PostgreSQL must not run as root and this machine forbids user namespaces: move the checkout to a public folder (such as /opt) or start as an ordinary user.',
    )
  return { wrap: ['unshare', ...inNamespace, ...(death.length > 0 ? ['setpriv', ...death] : [])], own: () => {} }
}

const switched = (death: readonly string[]): RunAs => {
  const [, , uid = '', gid = ''] = otherUser()
  return {
    wrap: ['setpriv', '--reuid', uid, '--regid', gid, '--clear-groups', ...death],
    own: (path) => chownSync(path, Number(uid), Number(gid)),
  }
}

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as another user or, where that user cannot reach the files (a checkout below a
 * private home), in a user namespace in which root looks like uid 1000. A folder that exists keeps the way in which it was made.
 */
export const runAs = (native: string, dataFolder: string): RunAs => {
  const death = dieWithUs()
  if (process.getuid?.() !== 0) return { wrap: death.length > 0 ? ['setpriv', ...death] : [], own: () => {} }
  const owner = ownerOf(dataFolder)
  if (owner !== undefined) return owner === 0 ? namespaced(death) : switched(death)
  return isReachable(native) && isReachable(dirname(dataFolder)) ? switched(death) : namespaced(death)
}
