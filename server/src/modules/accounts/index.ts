import { accountRoutes } from '@open12345/contract/account'
import { accountRefusals } from '@open12345/domain/authority'
import { mount, type Mounted } from '../../http/mount.ts'
import { acceptInvitation, setUpFirst } from './accept-invitation.ts'
import { createMachineKey, listMachineKeys, revokeMachineKey, rotateMachineKey } from './machine/manage-keys.ts'
import { listAccounts, readAccount } from './list-accounts.ts'
import { correctAccount, createAccount, disableAccount, inviteAgain } from './manage-account.ts'
import { grantRole, revokeRole } from './manage-grant.ts'

import { listReviews, nameOfficer } from './review/overview.ts'
import { listOwnReviews, signReview } from './review/sign-review.ts'

export { namedInUnit, namesOf } from './accounts.ts'
export { credentialOfAccount, credentialOfLogin, setPassword, type Credential } from './credentials.ts'
export { demonstrationAccounts, demonstrationPassword, loadDemonstrationAccounts, type DemonstrationAccount } from './demonstration.ts'
export { firstAdministratorLink } from './first-link.ts'
export { grantsIn, grantsOf } from './grants.ts'
export { endGrantsOfUnit } from './pass-on.ts'
export { beginFactor, demonstrationCode, dropFactor, factorRoles, factorState, keepFactorRoles, useCode } from './second-factor.ts'
export { machineByKey } from './machine/by-key.ts'
export { officerUnits } from './review/officers.ts'
export { hashPassword, matchesPassword } from './password.ts'

export const accountsModule: Mounted = {
  name: 'accounts',
  refusals: accountRefusals,
  endpoints: [
    mount(accountRoutes.listAccounts, listAccounts),
    mount(accountRoutes.readAccount, readAccount),
    mount(accountRoutes.createAccount, createAccount),
    mount(accountRoutes.updateAccount, correctAccount),
    mount(accountRoutes.inviteAgain, inviteAgain),
    mount(accountRoutes.grantRole, grantRole),
    mount(accountRoutes.revokeRole, revokeRole),
    mount(accountRoutes.disableAccount, disableAccount),
    mount(accountRoutes.acceptInvitation, acceptInvitation),
    mount(accountRoutes.setUpFirst, setUpFirst),
    mount(accountRoutes.listOwnReviews, listOwnReviews),
    mount(accountRoutes.signReview, signReview),
    mount(accountRoutes.listReviews, listReviews),
    mount(accountRoutes.nameOfficer, nameOfficer),
    mount(accountRoutes.listMachineKeys, listMachineKeys),
    mount(accountRoutes.createMachineKey, createMachineKey),
    mount(accountRoutes.rotateMachineKey, rotateMachineKey),
    mount(accountRoutes.revokeMachineKey, revokeMachineKey),
  ],
}
