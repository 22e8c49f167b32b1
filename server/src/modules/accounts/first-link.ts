import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { isEmptySystem } from './accounts.ts'
import { invite } from './invitations.ts'

/** The path to print at the start of an empty system without demonstration; it holds for a day and ends the one printed before. */
export const firstAdministratorLink = (app: App): Promise<string | undefined> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    if (app.config.demonstration || !(await isEmptySystem(tx))) return undefined
    const { token } = await invite(tx, app, null)
    return `/console/first?token=${token}`
  })
