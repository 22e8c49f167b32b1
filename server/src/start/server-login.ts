import type { Pool } from 'pg'
import { CannotStart } from '../cannot-start.ts'

type Login = {
  readonly login: string
  readonly database: string
  readonly version: number
  readonly is_superuser: boolean
  readonly bypasses: boolean
  readonly is_owner: boolean
  readonly is_server: boolean
}

const question = `select current_user as login, current_database() as database, current_setting('server_version_num')::integer as version,
  rolsuper as is_superuser, rolbypassrls as bypasses,
  pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'usage') as is_owner,
  coalesce((select pg_has_role(current_user, oid, 'usage') from pg_roles where rolname = 'open12345_server'), false) as is_server
  from pg_roles where rolname = current_user`

const oldest = 150_000

const sqlToRun = (
  database: string,
): string => `create role open12345_server login password '……' nosuperuser nobypassrls nocreatedb nocreaterole;
grant connect on database "${database}" to open12345_server;
-- DATABASE_URL=postgresql://open12345_server:……@host:5432/${database}`

const loginOf = async (pool: Pool): Promise<Login> => {
  const { rows } = await pool.query<Login>(question)
  const [login] = rows
  if (login === undefined) throw new Error('a login that is no role')
  return login
}

export const refuseOldVersion = async (pool: Pool): Promise<void> => {
  const { version } = await loginOf(pool)
  if (version < oldest)
    throw new CannotStart(
      `数据库版本过低（PostgreSQL ${Math.floor(version / 10_000)}），需要 15 或更高版本。`,
      `PostgreSQL ${Math.floor(version / 10_000)} is too old; 15 or later is needed.`,
    )
}

/** The server's login owns nothing and passes by no policy; with more rights than that, row-level security would protect nobody. */
export const refusePowerfulLogin = async (pool: Pool): Promise<void> => {
  const { login, database, is_superuser: isSuperuser, bypasses, is_owner: isOwner, is_server: isServer } = await loginOf(pool)
  if (isServer && !isSuperuser && !bypasses && !isOwner) return
  throw new CannotStart(
    `DATABASE_URL 的登录角色 ${login} 不能用来运行服务：它必须是 open12345_server，不得是超级用户、数据库所有者，也不得绕过行级安全。请由数据库管理员执行：`,
    `The login ${login} of DATABASE_URL cannot run the server: it must be open12345_server, no superuser, not the owner, without BYPASSRLS. Ask the database's administrator to run:`,
    sqlToRun(database),
  )
}
