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
  /** What the key of an outside system is good for; undefined where it is none, or not any more. */
  readonly machine?: (key: string, scope: string, app: App) => Promise<Machine | undefined>
  /** The order that a tracking token opens. */
  readonly trackingOrder: (token: string, app: App) => Promise<{ readonly authorityId: string; readonly orderId: string } | undefined>
}

/** An outside system, by its key. */
export type Machine = { readonly actor: Actor; readonly scopes: readonly string[] }

export const trackingCookie = 'open12345_tracking'

export type Admitted = { readonly actor: Actor; readonly session: Signed | undefined; readonly scopes?: readonly string[] }

const trackedBy = async (credentials: Credentials, app: App, gate: Gate): Promise<Admitted | undefined> => {
  const [scheme, sent] = credentials.authorization?.split(' ') ?? []
  const token = scheme?.toLowerCase() === 'tracking' ? sent : credentials.cookie(trackingCookie)
  const tracked = token === undefined ? undefined : await gate.trackingOrder(token, app)
  return tracked === undefined ? undefined : { actor: requesterActor(tracked.authorityId, tracked.orderId), session: undefined }
}

const machineBy = async (scope: string, { authorization }: Credentials, app: App, gate: Gate): Promise<Admitted | undefined> => {
  const [scheme, key] = authorization?.split(' ') ?? []
  const machine = scheme?.toLowerCase() === 'bearer' && key !== undefined ? await gate.machine?.(key, scope, app) : undefined
  return machine === undefined ? undefined : { ...machine, session: undefined }
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
      return machineBy(access.scope, credentials, app, gate)
  }
}

/** Whether the route is theirs at all. What they may do to one matter is for the rules, later. */
export const isEntitled = (access: Access, { session, scopes = [] }: Admitted, gate: Gate): boolean => {
  if (access.kind === 'machine') return scopes.includes(access.scope)
  return access.kind !== 'staff' || (session !== undefined && gate.may(session, access.action))
}

export const closedGate: Gate = {
  authenticate: async () => undefined,
  may: () => false,
  trackingOrder: async () => undefined,
}
