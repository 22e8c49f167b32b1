import { demonstrationPassword } from '../server/src/modules/accounts/index.ts'
import type { Ask } from './ask.ts'

export type Desk = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Record<string, unknown>>

/** Somebody signed in; an answer that is not 2xx ends the bench, because a refused call is quick and proves nothing. */
export const signIn = async (ask: Ask, login: string): Promise<Desk> => {
  // Only a demonstration shows codes; where none is shown, whoever works here needs none.
  const shown = await ask('GET', `/session/entrance/code?login=${login}`)
  const code = shown.status === 200 ? ((shown.body as { code: string | null }).code ?? undefined) : undefined
  const { status, cookie } = await ask('POST', '/session', { login, password: demonstrationPassword, code })
  if (status !== 201 || cookie === undefined) throw new Error(`${login} was not signed in: ${String(status)}`)
  return async (method, path, body) => {
    const answer = await ask(method, path, body, cookie)
    if (answer.status >= 300) throw new Error(`${login} ${method} ${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`)
    return answer.body as Record<string, unknown>
  }
}
