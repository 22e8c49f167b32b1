import type { Access } from '@open12345/contract/kernel'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../app.ts'
import { nobody, requesterActor, type Actor } from '../db/actor.ts'

/** A signed-in person, as the session tells. */
export type Signed = {
  readonly accountId: string
  readonly personName: string
  readonly roles: readonly string[]
  /** A person of a contractor: some actions are closed to them whatever their role (第二十条). */
  readonly outsourced: boolean
  readonly unitIds: readonly string[]
  readonly unitPathIds: readonly string[]
  readonly authorityId: string
  readonly actor: Actor
}

/** What a request shows to prove who asks. */
export type Credentials = {
  readonly cookie: (name: string) => string | undefined
  readonly authorization: string | undefined
  readonly ip: string
}

/** The seam to sessions, the authority matrix and tracking: the border asks, the modules answer. */
export type Gate = {
  readonly authenticate: (credentials: Credentials, app: App) => Promise<Signed | undefined>
  readonly may: (signed: Signed, action: string) => boolean
  /** The order that a tracking token opens. */
  readonly trackingOrder: (token: string, app: App) => Promise<{ readonly authorityId: string; readonly orderId: string } | undefined>
}

export const trackingCookie = 'open12345_tracking'

export type Admitted = { readonly actor: Actor; readonly session: Signed | undefined }

const admitStaff = async (action: string, credentials: Credentials, app: App, gate: Gate): Promise<Decision<Admitted>> => {
  const session = await gate.authenticate(credentials, app)
  if (session === undefined) return refuse({ code: 'access.not-signed-in' })
  return gate.may(session, action) ? accept({ actor: session.actor, session }) : refuse({ code: 'access.not-entitled' })
}

const admitRequester = async (credentials: Credentials, app: App, gate: Gate): Promise<Decision<Admitted>> => {
  const [scheme, sent] = credentials.authorization?.split(' ') ?? []
  const token = scheme?.toLowerCase() === 'tracking' ? sent : credentials.cookie(trackingCookie)
  const tracked = token === undefined ? undefined : await gate.trackingOrder(token, app)
  return tracked === undefined
    ? refuse({ code: 'access.not-tracked' })
    : accept({ actor: requesterActor(tracked.authorityId, tracked.orderId), session: undefined })
}

/** Who asks, and whether the route is theirs at all. What they may do to one matter is for the rules, later. */
export const admit = async (access: Access, credentials: Credentials, app: App, gate: Gate): Promise<Decision<Admitted>> => {
  switch (access.kind) {
    case 'public':
      return accept({ actor: nobody(app.config.authorityId), session: await gate.authenticate(credentials, app) })
    case 'staff':
      return admitStaff(access.action, credentials, app, gate)
    case 'requester':
      return admitRequester(credentials, app, gate)
    case 'machine':
      return refuse({ code: 'access.not-entitled' })
  }
}

export const closedGate: Gate = {
  authenticate: async () => undefined,
  may: () => false,
  trackingOrder: async () => undefined,
}
