import { demonstrationPassword } from '../../modules/accounts/index.ts'
import type { Answer, Line } from './ask.ts'
import type { Ledger } from './ledger.ts'

/** Somebody at their desk, who signs in again when they are asked to. */
export type Desk = {
  readonly ask: (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer>
  readonly command: (path: string, body: object) => Promise<Answer & { readonly key: string }>
}

const staff = ['seat', 'dispatcher', 'clerk-housing', 'handler-housing', 'reviewer-housing', 'follow-up'] as const
export type People = Readonly<Record<(typeof staff)[number], Desk>>

const deskOf = (line: Line, ledger: Ledger, login: string): Desk => {
  let cookie: Promise<string | undefined> | undefined
  const signIn = async (): Promise<string | undefined> => {
    const answer = await line.ask('POST', '/session', { body: { login, password: demonstrationPassword } })
    if (answer.status !== 201) throw new Error(`${login} was not signed in: ${JSON.stringify(answer.body)}`)
    ledger.signIns.push(login)
    return answer.cookie
  }
  const signedIn = async <T extends Answer>(ask: (cookie: string | undefined) => Promise<T>): Promise<T> => {
    const held = (cookie ??= signIn())
    const answer = await ask(await held)
    if (answer.status !== 401) return answer
    if (cookie === held) cookie = signIn()
    return ask(await cookie)
  }
  return {
    ask: (method, path, body) => signedIn((held) => line.ask(method, path, { cookie: held, ...(body === undefined ? {} : { body }) })),
    command: (path, body) => signedIn((held) => line.command(path, { cookie: held, body })),
  }
}

export const peopleOn = (line: Line, ledger: Ledger): People =>
  Object.fromEntries(staff.map((login) => [login, deskOf(line, ledger, login)])) as People
