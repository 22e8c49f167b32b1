import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import type { CatalogueSearch } from '../features/catalogue/use-catalogue.ts'
import { Failed } from './error-boundary.tsx'
import { Loading, NotFound } from './fallbacks.tsx'
import { firstDesk } from './navigation.ts'
import { queries } from './queries.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute()

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
type Token = { readonly token?: string }
type UnitSearch = { readonly tab?: string; readonly unit?: string }
type Back = { readonly to?: string }
export type DeskSearch = { readonly order?: string; readonly tab?: string; readonly wall?: string }

const token = (search: Record<string, unknown>): Token => {
  const given = text(search['token'])
  return given === undefined ? {} : { token: given }
}
const desk = (search: Record<string, unknown>): DeskSearch => {
  const [order, tab, wall] = [text(search['order']), text(search['tab']), text(search['wall'])]
  return { ...(order === undefined ? {} : { order }), ...(tab === undefined ? {} : { tab }), ...(wall === undefined ? {} : { wall }) }
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): Back => {
    const to = text(search['to'])
    return to === undefined ? {} : { to }
  },
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.tsx'), 'SignInPage'),
})
const first = createRoute({
  getParentRoute: () => root,
  path: '/first',
  validateSearch: token,
  component: lazyRouteComponent(() => import('../features/session/first-page.tsx'), 'FirstPage'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: token,
  component: lazyRouteComponent(() => import('../features/session/invitation-page.tsx'), 'InvitationPage'),
})

const elsewhere = createRoute({
  getParentRoute: () => root,
  path: '/elsewhere',
  component: lazyRouteComponent(() => import('../features/session/elsewhere-page.tsx'), 'ElsewherePage'),
})

/** Everything below needs somebody who is signed in; who is not comes back to this place afterwards. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (session === null) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
    if ((session.mustChangePassword || session.mustEnrolSecondFactor) && location.pathname !== '/me') throw redirect({ to: '/me' })
  },
  component: Shell,
})
const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: async () => {
    const session = await queries.ensureQueryData(sessionQuery)
    throw redirect({ to: firstDesk(session?.actions ?? []) })
  },
})

const common = { getParentRoute: () => inside, validateSearch: desk } as const
const seat = createRoute({
  ...common,
  path: '/seat',
  component: lazyRouteComponent(() => import('../features/contact/seat-desk.tsx'), 'SeatDesk'),
})
const dispatch = createRoute({
  ...common,
  path: '/dispatch',
  component: lazyRouteComponent(() => import('../features/work-order/dispatch-desk.tsx'), 'DispatchDesk'),
})
const unit = createRoute({
  ...common,
  path: '/unit',
  component: lazyRouteComponent(() => import('../features/work-order/unit-desk.tsx'), 'UnitDesk'),
})
const coordination = createRoute({
  ...common,
  path: '/coordination',
  component: lazyRouteComponent(() => import('../features/work-order/coordination-desk.tsx'), 'CoordinationDesk'),
})
const followUp = createRoute({
  ...common,
  path: '/follow-up',
  component: lazyRouteComponent(() => import('../features/work-order/follow-up-desk.tsx'), 'FollowUpDesk'),
})
const board = createRoute({
  ...common,
  path: '/board',
  component: lazyRouteComponent(() => import('../features/board/board-page.tsx'), 'BoardPage'),
})
const order = createRoute({
  getParentRoute: () => inside,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../features/work-order/order-page.tsx'), 'OrderPage'),
})
const searching = createRoute({
  getParentRoute: () => inside,
  path: '/search',
  validateSearch: (search: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (text(value) === undefined ? [] : [[name, String(value)]]))),
  component: lazyRouteComponent(() => import('../features/work-order/search-page.tsx'), 'SearchPage'),
})
const incidents = createRoute({
  ...common,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../features/incident/incidents-page.tsx'), 'IncidentsPage'),
})
const incident = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$incidentId',
  component: lazyRouteComponent(() => import('../features/incident/incident-page.tsx'), 'IncidentPage'),
})
const topics = createRoute({
  ...common,
  path: '/topics',
  component: lazyRouteComponent(() => import('../features/topic/topics-page.tsx'), 'TopicsPage'),
})
const tellings = createRoute({
  getParentRoute: () => inside,
  path: '/tellings',
  component: lazyRouteComponent(() => import('../features/answer/tellings-page.tsx'), 'TellingsPage'),
})
const messages = createRoute({
  ...common,
  path: '/messages',
  component: lazyRouteComponent(() => import('../features/message/messages-page.tsx'), 'MessagesPage'),
})
const modelDrafts = createRoute({
  ...common,
  path: '/model-drafts',
  component: lazyRouteComponent(() => import('../features/model/model-drafts-page.tsx'), 'ModelDraftsPage'),
})
const linkage = createRoute({
  ...common,
  path: '/linkage',
  component: lazyRouteComponent(() => import('../features/linkage/linkage-page.tsx'), 'LinkagePage'),
})
const knowledge = createRoute({
  ...common,
  path: '/knowledge',
  component: lazyRouteComponent(() => import('../features/knowledge/knowledge-page.tsx'), 'KnowledgePage'),
})
const knowledgeItem = createRoute({
  getParentRoute: () => inside,
  path: '/knowledge/$itemId',
  component: lazyRouteComponent(() => import('../features/knowledge/item-page.tsx'), 'ItemPage'),
})
const catalogueSearch = ['tab', 'text', 'domain', 'county', 'township', 'unit', 'on', 'entry'] as const
const catalogue = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue',
  validateSearch: (search: Record<string, unknown>): CatalogueSearch =>
    Object.fromEntries(catalogueSearch.flatMap((name) => (text(search[name]) === undefined ? [] : [[name, text(search[name])]]))),
  component: lazyRouteComponent(() => import('../features/catalogue/catalogue-page.tsx'), 'CataloguePage'),
})
const clocks = createRoute({
  ...common,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../features/clock/clock-page.tsx'), 'ClockPage'),
})
const units = createRoute({
  getParentRoute: () => inside,
  path: '/units',
  validateSearch: (search: Record<string, unknown>): UnitSearch => {
    const [tab, unitId] = [text(search['tab']), text(search['unit'])]
    return { ...(tab === undefined ? {} : { tab }), ...(unitId === undefined ? {} : { unit: unitId }) }
  },
  component: lazyRouteComponent(() => import('../features/organisation/units-page.tsx'), 'UnitsPage'),
})
const accounts = createRoute({
  ...common,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../features/account/accounts-page.tsx'), 'AccountsPage'),
})
const audit = createRoute({
  ...common,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
})
const accessReview = createRoute({
  ...common,
  path: '/access-review',
  component: lazyRouteComponent(() => import('../features/account/access-review-page.tsx'), 'AccessReviewPage'),
})
const me = createRoute({ ...common, path: '/me', component: lazyRouteComponent(() => import('../features/session/me-page.tsx'), 'MePage') })

const routeTree = root.addChildren([
  signIn,
  first,
  invitation,
  elsewhere,
  inside.addChildren([
    home,
    seat,
    dispatch,
    unit,
    coordination,
    followUp,
    board,
    order,
    searching,
    tellings,
    incidents,
    incident,
    topics,
    messages,
    modelDrafts,
    linkage,
    knowledge,
    knowledgeItem,
    catalogue,
    clocks,
    units,
    accounts,
    audit,
    accessReview,
    me,
  ]),
])

export const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
})

declare module '@tanstack/react-router' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- declaration merging is the router's way to learn its own type
  interface Register {
    router: typeof router
  }
}
