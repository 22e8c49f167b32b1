import type { App } from './app.ts'
import { closedGate, type Gate } from './http/access.ts'
import type { Mounted } from './http/mount.ts'
import { accountsModule, firstAdministratorLink } from './modules/accounts/index.ts'
import { authenticateWith, mayAct, sessionModule } from './modules/session/index.ts'
import type { Demonstration } from './start/demonstration.ts'

export type Assembly = {
  readonly modules: readonly Mounted[]
  readonly gate: Gate
  readonly demonstration: Demonstration | undefined
  /** Path of the one-time link for an empty system; undefined when somebody is there. */
  readonly firstAdministratorLink: (app: App) => Promise<string | undefined>
}

/** What makes up the program: one line for each module. */
export const assembly: Assembly = {
  modules: [accountsModule, sessionModule],
  gate: { ...closedGate, authenticate: authenticateWith(async () => []), may: mayAct },
  demonstration: undefined,
  firstAdministratorLink,
}
