import type { Access } from '@open12345/contract/kernel'
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

const trackedBy = async (credentials: Credentials, app: App, gate: Gate): Promise<Admitted | undefined> => {
  const [scheme, sent] = credentials.authorization?.split(' ') ?? []
  const token = scheme?.toLowerCase() === 'tracking' ? sent : credentials.cookie(trackingCookie)
  const tracked = token === undefined ? undefined : await gate.trackingOrder(token, app)
  return tracked === undefined ? undefined : { actor: requesterActor(tracked.authorityId, tracked.orderId), session: undefined }
}

/** Who asks; undefined when they do not show what this kind of route wants to see. */
export const identify = async (access: Access, credentials: Credentials, app: App, gate: Gate): Promise<Admitted | undefined> => {
  switch (access.kind) {
    case 'public':
      return { actor: nobody(app.config.authorityId), session: await gate.authenticate(credentials, app) }
    case 'staff': {
      const session = await gate.authenticate(credentials, app)
      return session === undefined ? undefined : { actor: session.actor, session }
    }
    case 'requester':
      return trackedBy(credentials, app, gate)
    case 'machine':
      return undefined
  }
}

/** Whether the route is theirs at all. What they may do to one matter is for the rules, later. */
export const isEntitled = (access: Access, { session }: Admitted, gate: Gate): boolean =>
  access.kind !== 'staff' || (session !== undefined && gate.may(session, access.action))

export const closedGate: Gate = {
  authenticate: async () => undefined,
  may: () => false,
  trackingOrder: async () => undefined,
}
