import { departmentQueryRoutes as routes, type DepartmentAnswer, type DepartmentConnector } from '@open12345/contract/department-query'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Mounted } from '../../http/mount.ts'
import { writeAudit } from '../audit/index.ts'
import { contactForRecord } from '../contact/index.ts'
import { unitNames, type Connector } from '../organisation/index.ts'
import { loadOrder } from '../work-order/index.ts'
import { answerOf } from './answer.ts'
import type { DepartmentPort } from './port.ts'
import { departmentQueryRefusals } from './refusals.ts'
import { connectorsFor } from './store.ts'

export { departmentPort, readDepartmentKeys } from './department-port.ts'
export { loadDemonstrationConnectors } from './demonstration.ts'
export type { DepartmentPort } from './port.ts'

type Asked = Call<typeof routes.queryDepartment>

const viewOf = ({ id, unit, name, parameters }: Connector, names: ReadonlyMap<string, string>): DepartmentConnector => ({
  connectorId: id,
  unitName: names.get(unit) ?? unit,
  name,
  parameters: parameters.map(({ name: own, label, hint = null }) => ({ name: own, label, hint })),
})

const listed = ({ actor }: Call<typeof routes.listDepartmentConnectors>, app: App) =>
  asActor(app.database, actor, async (tx) => {
    const connectors = await connectorsFor(tx, actor.roles)
    const names = await unitNames(tx, [...new Set(connectors.map(({ unit }) => unit))])
    return accept({ items: connectors.map((one) => viewOf(one, names)) })
  })

/** What the connector asks for, as it was typed, and nothing beside it. */
const parametersOf = ({ parameters }: Connector, given: Readonly<Record<string, string>>): Decision<Readonly<Record<string, string>>> => {
  const wrong = parameters.findIndex(
    ({ name, pattern }) => !Object.hasOwn(given, name) || !new RegExp(`^(?:${pattern})$`, 'u').test(given[name] ?? ''),
  )
  if (wrong !== -1) return refuse({ code: 'department-query.parameter-wrong', facts: { number: wrong + 1 } })
  return accept(Object.fromEntries(parameters.map(({ name }) => [name, given[name] ?? ''])))
}

/** One asks for a matter: an open order that one sees, or the contact that one is recording. @clause 20b */
const mayAskFor = async (tx: Tx, app: App, { actor, body: { orderId, contactId } }: Asked): Promise<Decision<true>> => {
  if (contactId !== null) {
    const contact = await contactForRecord(tx, app, contactId, actor.accountId ?? '')
    return contact === undefined ? refuse({ code: 'department-query.not-your-contact', clause: '20b' }) : accept(true)
  }
  const loaded = await loadOrder(tx, orderId ?? '')
  if (loaded === undefined) return refuse({ code: 'work-order.not-found' })
  return loaded.order.status === 'closed' ? refuse({ code: 'department-query.order-closed', clause: '20b' }) : accept(true)
}

/** The same question has the same mark; who was asked about cannot be read from it. */
const markOf = (app: App, connectorId: string, parameters: Readonly<Record<string, string>>): string =>
  app.keyring.keyedHash('department-query', JSON.stringify([connectorId, Object.entries(parameters)])).toString('hex')

/**
 * 业务系统开放查询: who asks what for is on record before the question leaves, and stays there whatever becomes of it. Neither question nor answer is kept.
 * @clause 16a
 */
const recorded = (app: App, asked: Asked) =>
  decideAs(app.database, asked.actor, async (tx) => {
    const { actor, body, params } = asked
    const connector = (await connectorsFor(tx, actor.roles)).find(({ id }) => id === params.connectorId)
    if (connector === undefined) return refuse({ code: 'department-query.unknown' })
    const parameters = parametersOf(connector, body.parameters)
    if (!parameters.ok) return parameters
    const may = await mayAskFor(tx, app, asked)
    if (!may.ok) return may
    await writeAudit(tx, app, {
      action: 'department.query',
      ...(body.orderId === null ? {} : { orderId: body.orderId }),
      subjectIds: body.contactId === null ? [] : [body.contactId],
      facts: [connector.id, markOf(app, connector.id, parameters.value)],
      purpose: body.purpose,
    })
    return accept({ connector, parameters: parameters.value })
  })

const ask =
  (port: DepartmentPort) =>
  async (asked: Asked, app: App): Promise<Decision<DepartmentAnswer>> => {
    const may = await recorded(app, asked)
    if (!may.ok) return may
    const { connector, parameters } = may.value
    const told = await port(app, connector, parameters)
    if (told.kind === 'unreachable' || told.kind === 'unreadable')
      app.log.warn({ connectorId: connector.id, kind: told.kind }, 'a department’s system did not answer as agreed')
    return accept(answerOf(told, connector))
  }

export const departmentQueryModule = (port: DepartmentPort): Mounted => ({
  name: 'department-query',
  refusals: departmentQueryRefusals,
  endpoints: [mount(routes.listDepartmentConnectors, listed), mount(routes.queryDepartment, ask(port))],
})
