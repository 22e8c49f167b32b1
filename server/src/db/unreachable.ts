import { CannotStart } from '../cannot-start.ts'

/** Host and database only: the address holds a password. */
const placeOf = (url: string): string => url.replace(/^[^@]*@|\?.*$/g, '')

/** Why a configured database does not answer, in one sentence. */
export const unreachable = (variable: string, url: string, cause: unknown): unknown => {
  if (cause instanceof CannotStart) return cause
  const reason = cause instanceof Error ? ('code' in cause && cause.message === '' ? String(cause.code) : cause.message) : String(cause)
  return new CannotStart(
    `连不上 ${variable} 指定的数据库 ${placeOf(url)}：${reason}。请检查地址、账号和数据库服务。`,
    `The database ${placeOf(url)} of ${variable} cannot be reached: ${reason}. Check the address, the login and the database server.`,
  )
}
