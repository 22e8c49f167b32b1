import type { Config } from '../config.ts'
import type { DemonstrationAccount } from './demonstration.ts'

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0)
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) => `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}`.trimEnd()).join('\n')
}

export const addressOf = ({ host, port }: Config): string => `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`

const accountsTable = (accounts: readonly DemonstrationAccount[]): string =>
  `\n演示账号 Demonstration accounts\n${table([['账号 login', '口令 password', '岗位 role'], ...accounts.map(({ login, password, zh, en }) => [login, password, `${zh} ${en}`])])}\n`

/** What the person at the terminal sees. */
export const welcome = (config: Config, accounts: readonly DemonstrationAccount[], firstLink: string | undefined): string => {
  const address = addressOf(config)
  const pages = table([
    ['市民 citizens', `${address}/`],
    ['工作台 staff', `${address}/console/`],
    ['接口 interface', `${address}/api/v1/docs`],
  ])
  const first =
    firstLink === undefined ? '' : `\n首位管理员请在 24 小时内打开 The first administrator opens within a day:\n  ${address}${firstLink}\n`
  return `\nOpen12345 已启动 is running\n${pages}\n${accounts.length > 0 ? accountsTable(accounts) : ''}${first}\n按 Ctrl-C 停止，数据会保留。 Ctrl-C stops it; the data stay.\n`
}
