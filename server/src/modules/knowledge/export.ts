import { knowledgeFilter } from '@open12345/contract/knowledge'
import { refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { decideAs } from '../../db/transaction.ts'
import { mountPage, type Endpoint, type PageAnswer, type PageCall } from '../../http/mount.ts'
import { writeAudit } from '../audit/index.ts'
import { doerOf } from './doer.ts'
import { cellsOf } from './import/columns.ts'
import { bookOf } from './import/directory.ts'
import { sectionOf, tableOf } from './import/template.ts'
import { asFiltered } from './item-routes.ts'
import { itemRows, versionView } from './items.ts'
import type { PaperKind } from './paper/archive.ts'
import { inWorker } from './paper/in-worker.ts'
import { officeFile } from './paper/office-file.ts'
import { civilDate } from './rules.ts'

/** As many as can be imported again; a document of more is read by nobody. */
const most: Readonly<Record<PaperKind, number>> = { xlsx: 5000, docx: 1000 }

type Cells = ReturnType<typeof cellsOf>

/** What is told, of the whole base for the centre, of its own for a unit; how many is an audit record. @clause 16c */
const gather = (call: PageCall, app: App, format: PaperKind): Promise<Decision<readonly Cells[]>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const filter = knowledgeFilter.safeParse(call.query)
    if (!filter.success) return refuse({ code: 'input.invalid' })
    const own = doerOf(call).may('knowledge.publish') ? sql`` : sql`and k.owner_unit_id = any(${[...call.actor.unitIds]}::text[])`
    const rows = await itemRows(
      tx,
      sql`k.superseded_at is null and k.status = 'published' ${own} ${asFiltered(filter.data)}
        order by k.owner_unit_id, k.title limit ${most[format] + 1}`,
    )
    if (rows.length > most[format]) return refuse({ code: 'knowledge.export-too-many', facts: { most: most[format] } })
    const { names } = await bookOf(tx, call.at)
    await writeAudit(tx, app, { action: 'knowledge.export', facts: [format, `items-${rows.length}`] })
    return { ok: true, value: rows.map((row) => cellsOf(versionView(row).content, names)) }
  })

const written = (format: PaperKind, items: readonly Cells[], day: string) =>
  format === 'xlsx'
    ? inWorker({ work: 'write-xlsx', sheets: [tableOf(items.map((cells) => ({ cells })))] })
    : inWorker({
        work: 'write-docx',
        document: { title: '知识库', notes: [`${day} 导出，共 ${items.length} 条。`], sections: items.map(sectionOf) },
      })

const exported = async (call: PageCall, app: App): Promise<Decision<PageAnswer>> => {
  const format = call.query['format'] === 'docx' ? 'docx' : 'xlsx'
  const items = await gather(call, app, format)
  if (!items.ok) return items
  const day = civilDate(call.at)
  return officeFile(await written(format, items.value, day), `知识库-${day}`, format)
}

export const exportEndpoints: readonly Endpoint[] = [
  mountPage({
    method: 'GET',
    path: '/api/v1/knowledge-items/export',
    access: { kind: 'staff', action: 'knowledge.export' },
    handler: exported,
  }),
]
