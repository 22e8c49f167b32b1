import { sessionRoutes } from '@open12345/contract/session'
import { mount, type Endpoint } from '../../../http/mount.ts'
import { addProvider, changeProvider, listAccountLinks, listProviders, removeAccountLink } from './manage-providers.ts'
import { beginElsewhere, finishElsewhere, listOwnLinks } from './sign-in-elsewhere.ts'

export { enabledProviders } from './providers.ts'

export const providerEndpoints: readonly Endpoint[] = [
  mount(sessionRoutes.beginElsewhere, beginElsewhere),
  mount(sessionRoutes.finishElsewhere, finishElsewhere),
  mount(sessionRoutes.listOwnLinks, listOwnLinks),
  mount(sessionRoutes.listProviders, listProviders),
  mount(sessionRoutes.addProvider, addProvider),
  mount(sessionRoutes.changeProvider, changeProvider),
  mount(sessionRoutes.listAccountLinks, listAccountLinks),
  mount(sessionRoutes.removeAccountLink, removeAccountLink),
]
