import type { Route, RouteInput, RouteOutput } from '@open12345/contract/kernel'
import { scopeOf } from '@open12345/domain/authority'
import type { Decision } from '@open12345/domain/kernel'
import { rulesAt } from '@open12345/domain/policy'
import type { Principle } from '@open12345/domain/vocabulary'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { systemActor, type Actor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import type { Asking, Call } from '../../http/call.ts'
import type { Mounted } from '../../http/mount.ts'
import { grantsOf } from '../accounts/index.ts'
import { currentWorld } from '../calendar/index.ts'
import { pathOf, placesOn, subtreeOf, unitsOn } from '../organisation/index.ts'
import { openDiary, type Diary } from './diary.ts'
import { officeTimeOf, type OfficeTime } from './office-time.ts'

export type County = { readonly code: string; readonly name: string; readonly townships: readonly { code: string; name: string }[] }

type Person = Actor & { readonly outsourced: boolean }

/** Everything that a story meets: people at their desks, the calendar on the wall, the program's doors. */
export type Town = {
  readonly app: App
  readonly modules: readonly Mounted[]
  readonly office: OfficeTime
  readonly diary: Diary
  readonly counties: readonly County[]
  readonly seats: readonly string[]
  /** Name of a unit that takes orders and has people; undefined for any other. */
  readonly unitName: (unitId: string) => string | undefined
  /** Those of them that are departments of the prefecture. */
  readonly departments: readonly string[]
  /** Who supervises a unit, and has people; undefined where nobody does. */
  readonly above: (unitId: string) => string | undefined
  /** The townships of a county; their work is done by its people. */
  readonly townships: (unitId: string) => readonly { readonly unitId: string; readonly placeCode: string | null }[]
  /** What dispatchers have looked up so far, by subject and place. */
  readonly responsible: Map<string, Promise<{ readonly unitId: string; readonly principle: Principle }>>
  /** The newest order by the number of who asked; of those that were terminated, too. */
  readonly askedBefore: Map<string, string>
  readonly terminated: Map<string, string>
  /** By the key that those who ask about one share; `over` until the program has answered everybody. */
  readonly incidents: Map<string, { readonly incidentId: string; readonly state: 'open' | 'over' | 'answered' }>
  readonly person: (login: string) => Actor
  readonly isThere: (login: string) => boolean
  /** One call after the other at each seat. */
  readonly atSeat: <T>(login: string, work: () => Promise<T>) => Promise<T>
}

type Account = { readonly accountId: string; readonly login: string; readonly outsourced: boolean }

/** Everybody with their first role, as they would be signed in. */
const peopleOf = (app: App, at: Temporal.Instant): Promise<ReadonlyMap<string, Person>> => {
  const { authorityId } = app.config
  return asActor(app.database, systemActor(authorityId), async (tx) => {
    const accounts: readonly Account[] = await tx.selectFrom('account').select(['account_id as accountId', 'login', 'outsourced']).execute()
    const grants = await grantsOf(
      tx,
      accounts.map(({ accountId }) => accountId),
      at,
    )
    const grantOf = new Map(grants.map((grant) => [grant.accountId, grant]))
    const trees = new Map<string, Pick<Actor, 'unitIds' | 'unitPathIds'>>()
    for (const { unitId } of grants)
      if (!trees.has(unitId)) trees.set(unitId, { unitIds: await subtreeOf(tx, [unitId]), unitPathIds: await pathOf(tx, [unitId]) })
    return new Map(
      accounts.flatMap(({ accountId, login, outsourced }): readonly [string, Person][] => {
        const grant = grantOf.get(accountId)
        const tree = trees.get(grant?.unitId ?? '')
        if (grant === undefined || tree === undefined) return []
        return [[login, { authorityId, scope: scopeOf([grant.role]), accountId, roles: [grant.role], outsourced, ...tree }]]
      }),
    )
  })
}

const countiesOn = async (app: App, on: Temporal.PlainDate): Promise<readonly County[]> => {
  const places = await asActor(app.database, systemActor(app.config.authorityId), (tx) => placesOn(tx, on))
  return places
    .filter(({ level }) => level === 'county')
    .map(({ code, name }) => ({
      code,
      name,
      townships: places.filter(({ parentCode }) => parentCode === code).map((place) => ({ code: place.code, name: place.name })),
    }))
}

/** Whoever comes waits for those who came before. */
const oneByOne = () => {
  const last = new Map<string, Promise<unknown>>()
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work)
    last.set(
      key,
      mine.catch(() => undefined),
    )
    return mine
  }
}

export const openTown = async (app: App, modules: readonly Mounted[], at: Temporal.Instant): Promise<Town> => {
  const { authorityId } = app.config
  const on = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const people = await peopleOf(app, at)
  const world = await asActor(app.database, systemActor(authorityId), (tx) => currentWorld(tx, app))
  const rules = rulesAt(authorityId, at, world)
  if (!rules.ok) throw new Error(`no rules for ${authorityId}: ${rules.refusal.code}`)
  const units = await asActor(app.database, systemActor(authorityId), (tx) => unitsOn(tx, on))
  const names = new Map(units.filter(({ unitId }) => people.has(`clerk-${unitId}`)).map(({ unitId, name }) => [unitId, name]))
  return {
    app,
    modules,
    office: officeTimeOf(rules.value.calendar),
    diary: openDiary(),
    counties: await countiesOn(app, on),
    seats: [...people].flatMap(([login, { roles, outsourced }]) => (roles.includes('seat') && !outsourced ? [login] : [])).toSorted(),
    atSeat: oneByOne(),
    unitName: (unitId) => names.get(unitId),
    departments: units.flatMap(({ unitId, kind }) => (kind === 'department' && names.has(unitId) ? [unitId] : [])),
    above: (unitId) => {
      const supervisor = units.find((unit) => unit.unitId === unitId)?.supervisedBy ?? undefined
      return supervisor !== undefined && names.has(supervisor) ? supervisor : undefined
    },
    townships: (unitId) => units.filter(({ kind, parentId }) => kind === 'township' && parentId === unitId),
    responsible: new Map(),
    askedBefore: new Map(),
    terminated: new Map(),
    incidents: new Map(),
    isThere: (login) => people.has(login),
    person: (login) => {
      const actor = people.get(login)
      if (actor === undefined) throw new Error(`there is no ${login} in the demonstration`)
      return actor
    },
  }
}

const unused = (): never => {
  throw new Error('a desk of the simulation has no browser')
}
const browserless = {
  session: undefined,
  language: 'zh',
  ip: '127.0.0.1',
  requestId: 'simulation',
  files: [],
  digest: Buffer.alloc(0),
} as const
const asking = (actor: Actor, at: Temporal.Instant): Asking => ({
  ...browserless,
  actor,
  at,
  route: 'simulation',
  idempotencyKey: undefined,
  ifMatch: undefined,
  cookie: unused,
  setCookie: unused,
  clearCookie: unused,
})

type Ask<E> = {
  readonly app: App
  readonly at: Temporal.Instant
  readonly actor: Actor
  readonly params?: object
  readonly body?: object
  readonly to: E
}

/** Asks at a door of the program as a browser would, its body checked by the route's own schema; only HTTP and the session are left out. */
export const askAt = async <E extends Route>(
  { modules }: Town,
  { app, at, actor, params = {}, body, to }: Ask<E>,
): Promise<Decision<RouteOutput<E>>> => {
  const endpoint = modules.flatMap(({ endpoints = [] }) => endpoints).find((one) => one.kind === 'api' && one.route === to)
  if (endpoint?.kind !== 'api') throw new Error(`there is no door ${to.method} ${to.path}`)
  const parsed = to.body === undefined ? undefined : z.parse(to.body as z.ZodType, body ?? {})
  const input = { params, query: {}, body: parsed } as unknown as RouteInput<E>
  return endpoint.handler({ ...input, ...asking(actor, at) } as Call, app) as Promise<Decision<RouteOutput<E>>>
}
