import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const fontPatterns = ['/usr/share/fonts/**/*CJK*', '/usr/share/fonts/**/wqy*', '/usr/local/share/fonts/**/*CJK*']

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser for the journeys: named by CHROMIUM_PATH, or found on the PATH. */
export const findBrowser = (): string | undefined => {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return browsers.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

const hasChineseFont = (): boolean => fontPatterns.some((pattern) => globSync(pattern).length > 0)

const missingPackages = (): readonly string[] => [
  ...(findBrowser() === undefined ? ['chromium'] : []),
  ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
]

const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

const apt = (...args: readonly string[]): boolean =>
  spawnSync('apt-get', ['-q', '-y', ...args], { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

const advice = (packages: readonly string[]): string =>
  `浏览器测试需要先安装 ${packages.join('、')}，例如：apt-get install ${packages.join(' ')}\n` +
  `The browser journeys need ${packages.join(' and ')}; for instance: apt-get install ${packages.join(' ')}`

/** Installs what the journeys need where that is possible; otherwise answers what to install. */
export const needBrowser = (): string | undefined => {
  const missing = missingPackages()
  if (missing.length === 0) return undefined
  if (canInstall()) {
    process.stderr.write(`正在安装 installing ${missing.join(', ')} …\n`)
    // The list of packages may be old or empty: a second try after renewing it.
    const install = (): boolean => apt('install', '--no-install-recommends', ...missing)
    if (!install() && apt('update')) install()
  }
  const still = missingPackages()
  return still.length === 0 ? undefined : advice(still)
}

if (import.meta.main) {
  const lacking = needBrowser()
  if (lacking !== undefined) {
    process.stderr.write(`${lacking}\n`)
    process.exitCode = 1
  }
}
