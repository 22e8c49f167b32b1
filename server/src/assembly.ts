import type { App } from './app.ts'
import type { Gate } from './http/access.ts'
import type { Mounted } from './http/mount.ts'
import { accountsModule, firstAdministratorLink, machineByKey } from './modules/accounts/index.ts'
import { assistantModule } from './modules/assistant/index.ts'
import { answerModule } from './modules/answer/index.ts'
import { auditModule } from './modules/audit/index.ts'
import { boardModule } from './modules/board/index.ts'
import { bridgeModule, hearBridges } from './modules/bridge/index.ts'
import { calendarModule } from './modules/calendar/index.ts'
import { catalogueModule } from './modules/catalogue/index.ts'
import { contactModule, hearTelephony } from './modules/contact/index.ts'
import { departmentPort, departmentQueryModule, type DepartmentPort } from './modules/department-query/index.ts'
import { fileModule } from './modules/file/index.ts'
import { identityModule } from './modules/identity/index.ts'
import { incidentModule } from './modules/incident/index.ts'
import { knowledgeModule } from './modules/knowledge/index.ts'
import { hearLinkage, linkageModule } from './modules/linkage/index.ts'
import { liveModule } from './modules/live/index.ts'
import { messageModule, simulatedSms, smsGateway, type MessageDeps, type SmsSettings } from './modules/message/index.ts'
import { modelModule, type ModelPort } from './modules/model/index.ts'
import { organisationModule } from './modules/organisation/index.ts'
import { printModule } from './modules/print/index.ts'
import { policyModule } from './modules/policy/index.ts'
import { publicSiteModule } from './modules/public-site/index.ts'
import { relationModule } from './modules/relation/index.ts'
import { requestModule, trackedOrder } from './modules/request/index.ts'
import { authenticate, mayAct, sessionModule } from './modules/session/index.ts'
import { historyOf, orderFacts, runCommand, workOrderModule } from './modules/work-order/index.ts'
import { demonstrationOf } from './modules/simulation/index.ts'
import { topicModule } from './modules/topic/index.ts'
import { unitChangeModule } from './modules/unit-change/index.ts'
import { simulatedSwitch, type SimulatedSwitch } from './modules/telephony/index.ts'
import type { Demonstration } from './start/demonstration.ts'
import { systemClock } from './time/clock.ts'

export type Assembly = {
  readonly modules: readonly Mounted[]
  readonly gate: Gate
  /** Writes down what the switch tells; the answer stops it. */
  readonly hear: (app: App) => () => void
  readonly demonstration: Demonstration
  /** Path of the one-time link for an empty system; undefined when somebody is there. */
  readonly firstAdministratorLink: (app: App) => Promise<string | undefined>
}

/** Orders leave messages, and messages move orders: the ring is closed here, by parameters. */
const messageDeps = ({ sender, gateway }: SmsSettings): MessageDeps => ({
  port: gateway === undefined ? simulatedSms : smsGateway(gateway, systemClock),
  sender,
  inbound: gateway,
  runCommand: (app, actor, orderId, command, { idempotencyKey }) =>
    runCommand(app, { actor, outsourced: false }, orderId, () => command, { at: app.clock.now(), route: 'message', idempotencyKey }),
  orderFacts,
})

/** What makes up the program: one line for each module. */
const modulesOf = (sms: SmsSettings, { telephony, departments, model }: Outside): readonly Mounted[] => [
  accountsModule,
  sessionModule,
  organisationModule,
  unitChangeModule,
  catalogueModule,
  auditModule,
  identityModule,
  policyModule,
  calendarModule,
  workOrderModule,
  relationModule,
  incidentModule,
  topicModule,
  contactModule({ telephony, historyOf }),
  assistantModule,
  linkageModule({ telephony }),
  bridgeModule({ telephony }),
  requestModule,
  publicSiteModule,
  boardModule,
  printModule,
  messageModule(messageDeps(sms)),
  fileModule,
  knowledgeModule,
  departmentQueryModule(departments),
  modelModule(model),
  answerModule,
  liveModule,
]

/** What stands outside the house; what is not given is simulated, and a model that is not given is none. */
export type Outside = { readonly telephony: SimulatedSwitch; readonly departments: DepartmentPort; readonly model?: ModelPort | undefined }
const simulated = (): Outside => ({ telephony: simulatedSwitch(systemClock), departments: departmentPort(new Map()) })

export const assemble = (sms: SmsSettings, given: Partial<Outside> = {}): Assembly => {
  const outside = { ...simulated(), ...given }
  const { telephony, departments } = outside
  return {
    modules: modulesOf(sms, outside),
    gate: {
      authenticate,
      may: mayAct,
      machine: machineByKey,
      trackingOrder: async (token, app) => trackedOrder(app, token),
    },
    hear: (app) => {
      const stops = [hearTelephony(app, telephony), hearLinkage(app, telephony), hearBridges(app, telephony)]
      return () => stops.forEach((stop) => stop())
    },
    // Nothing of a demonstration leaves the house, whatever gateway, switch and model there are.
    demonstration: demonstrationOf(modulesOf({ ...sms, gateway: undefined }, { ...simulated(), departments })),
    firstAdministratorLink,
  }
}
