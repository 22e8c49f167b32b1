import { knowledgeImportRoutes as routes, maxImportBytes } from '@open12345/contract/knowledge'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import { once } from '../../../db/idempotency.ts'
import { asActor, decideAs } from '../../../db/transaction.ts'
import type { Asking, Call } from '../../../http/call.ts'
import { mount, mountPage, type Endpoint, type PageAnswer, type PageCall } from '../../../http/mount.ts'
import { doerOf } from '../doer.ts'
import { inWorker } from '../paper/in-worker.ts'
import { officeFile } from '../paper/office-file.ts'
import { checkRows, reportOf, sentence, type Checked } from './check.ts'
import { columnName, reasonName } from './columns.ts'
import { readFile } from './read-file.ts'
import { takeRows, type Taken } from './take.ts'
import { tableOf, templateDocx, templateXlsx } from './template.ts'

const uploads = { maxFiles: 1, maxBytes: maxImportBytes }
const access = { kind: 'staff', action: 'knowledge.write' } as const

const checkedFile = async (call: Asking, app: App): Promise<Decision<readonly Checked[]>> => {
  const rows = await readFile(call.files)
  if (!rows.ok) return rows
  return accept(await asActor(app.database, call.actor, (tx) => checkRows(tx, doerOf(call), rows.value, call.at)))
}

const take = async (call: Call<typeof routes.takeKnowledgeImport>, app: App): Promise<Decision<Taken>> => {
  const rows = await readFile(call.files)
  if (!rows.ok) return rows
  const taking = { doer: doerOf(call), rows: rows.value, to: call.body.to, at: call.at }
  return decideAs(app.database, call.actor, async (tx) => {
    const done = await once(tx, call, () => takeRows(tx, app, taking))
    return done.ok ? accept(done.value.ids) : done
  })
}

/** Put right there, it can be imported as it is. */
const refusedRows = async (call: PageCall, app: App): Promise<Decision<PageAnswer>> => {
  const checked = await checkedFile(call, app)
  if (!checked.ok) return checked
  const rows = checked.value.flatMap((one) =>
    one.outcome === 'refused'
      ? [
          {
            cells: one.row.cells,
            more: [one.problems.map(({ column, refusal }) => `${columnName(column)}：${sentence(refusal, 'zh')}`).join('\n')],
          },
        ]
      : [],
  )
  return officeFile(await inWorker({ work: 'write-xlsx', sheets: [tableOf(rows, [reasonName])] }), '需要修改的知识', 'xlsx')
}

const template = async (call: PageCall): Promise<Decision<PageAnswer>> => {
  const format = call.query['format'] === 'docx' ? 'docx' : 'xlsx'
  return officeFile(format === 'docx' ? await templateDocx() : await templateXlsx(), '知识导入模板', format)
}

export const importEndpoints: readonly Endpoint[] = [
  mount(
    routes.checkKnowledgeImport,
    async (call, app) => {
      const checked = await checkedFile(call, app)
      return checked.ok ? accept(reportOf(checked.value, call.language)) : checked
    },
    { uploads },
  ),
  mount(routes.takeKnowledgeImport, take, { uploads }),
  mountPage({ method: 'POST', path: '/api/v1/knowledge-imports/refused-rows', access, uploads, handler: refusedRows }),
  mountPage({ method: 'GET', path: '/api/v1/knowledge-imports/template', access, handler: template }),
]
