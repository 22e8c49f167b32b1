import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { civilDateOf, findUnit, writeConnectors, type Connector } from '../organisation/index.ts'

const usedBy = ['seat', 'expert', 'dispatcher', 'centre-manager']
const common = { method: 'GET', rows: 'rows', usedBy, timeoutMs: 3000 } as const

/** Where they lead to is nobody's address: in a demonstration the simulated department answers. */
const connectors: readonly Connector[] = [
  {
    ...common,
    id: 'social-insurance',
    unit: 'human-resources',
    name: { zh: '社保参保情况（演示）', en: 'Social insurance (demonstration)' },
    url: 'https://insurance.example/query',
    parameters: [
      {
        name: 'insuredNumber',
        label: { zh: '参保编号', en: 'Insured number' },
        hint: { zh: '演示编号：YS-0001、YS-0002', en: 'Try YS-0001 or YS-0002' },
        pattern: 'YS-[0-9]{4}',
      },
    ],
    fields: [
      { path: 'person', label: { zh: '姓名', en: 'Name' } },
      { path: 'scheme', label: { zh: '险种', en: 'Scheme' } },
      { path: 'state', label: { zh: '状态', en: 'State' } },
      { path: 'paidUntil', label: { zh: '缴费至', en: 'Paid until' } },
      { path: 'where', label: { zh: '参保地', en: 'Place' } },
    ],
  },
  {
    ...common,
    id: 'case-progress',
    unit: 'government-services',
    name: { zh: '政务服务办件进度（演示）', en: 'How far an application is (demonstration)' },
    url: 'https://cases.example/query',
    parameters: [
      {
        name: 'caseNumber',
        label: { zh: '办件编号', en: 'Application number' },
        hint: { zh: '演示编号：YSBJ-2026-0001、YSBJ-2026-0002', en: 'Try YSBJ-2026-0001 or YSBJ-2026-0002' },
        pattern: 'YSBJ-[0-9]{4}-[0-9]{4}',
      },
    ],
    fields: [
      { path: 'matter', label: { zh: '事项', en: 'Matter' } },
      { path: 'state', label: { zh: '状态', en: 'State' } },
      { path: 'step', label: { zh: '环节', en: 'Step' } },
      { path: 'promisedOn', label: { zh: '承诺办结日', en: 'Promised on' } },
      { path: 'window', label: { zh: '窗口', en: 'Window' } },
    ],
  },
]

/** Two systems to look around with, where the prefecture has their units. */
export const loadDemonstrationConnectors = (app: App): Promise<void> => {
  const { authorityId } = app.config
  return asActor(app.database, systemActor(authorityId), async (tx) => {
    const known: Connector[] = []
    for (const connector of connectors) if ((await findUnit(tx, connector.unit)) !== undefined) known.push(connector)
    if (known.length > 0) await writeConnectors(tx, known, { authorityId, on: civilDateOf(app.clock.now()) })
  })
}
