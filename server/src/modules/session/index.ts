import { sessionRoutes } from '@open12345/contract/session'
import { sessionRefusals } from '@open12345/domain/authority'
import { accept } from '@open12345/domain/kernel'
import { asActor } from '../../db/transaction.ts'
import { mount, type Mounted } from '../../http/mount.ts'
import { changePassword, endOwnSession, listSessions, readSession, signOut } from './own-session.ts'
import { enabledProviders, providerEndpoints } from './provider/index.ts'
import { sweepSessions } from './sessions.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readDemonstrationCode,
  readSecondFactorRoles,
  resetSecondFactor,
  setSecondFactorRoles,
} from './second-factor.ts'
import { endAccountSessions, listAccountSessions } from './sessions-of-others.ts'
import { signIn } from './sign-in.ts'

export { authenticate, mayAct } from './authenticate.ts'
export { sessionCookie } from './token.ts'

export const sessionModule: Mounted = {
  name: 'session',
  refusals: sessionRefusals,
  jobs: [{ name: 'session-sweep', everyMs: 3_600_000, work: sweepSessions }],
  endpoints: [
    mount(sessionRoutes.signIn, signIn),
    mount(sessionRoutes.readSession, readSession),
    mount(sessionRoutes.readEntrance, async ({ actor }, app) =>
      accept({ demonstration: app.config.demonstration, providers: await asActor(app.database, actor, enabledProviders) }),
    ),
    mount(sessionRoutes.readDemonstrationCode, readDemonstrationCode),
    mount(sessionRoutes.beginSecondFactor, beginSecondFactor),
    mount(sessionRoutes.confirmSecondFactor, confirmSecondFactor),
    mount(sessionRoutes.signOut, signOut),
    mount(sessionRoutes.changePassword, changePassword),
    mount(sessionRoutes.listSessions, listSessions),
    mount(sessionRoutes.endSession, endOwnSession),
    mount(sessionRoutes.listAccountSessions, listAccountSessions),
    mount(sessionRoutes.endAccountSessions, endAccountSessions),
    mount(sessionRoutes.resetSecondFactor, resetSecondFactor),
    mount(sessionRoutes.readSecondFactorRoles, readSecondFactorRoles),
    mount(sessionRoutes.setSecondFactorRoles, setSecondFactorRoles),
    ...providerEndpoints,
  ],
}
