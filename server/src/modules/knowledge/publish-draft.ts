import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { reviewDay } from '@open12345/domain/knowledge'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { unitNames } from '../organisation/index.ts'
import { tellAttachments } from './attachment-store.ts'
import { keepConflicts } from './conflicts.ts'
import type { DraftRow } from './draft-store.ts'
import { heldItem } from './items.ts'
import { publishVersion } from './publish.ts'
import { answerRequests } from './requests.ts'
import { answerReports } from './report-store.ts'
import { civilDate, settingsAt } from './rules.ts'

/** From this instant the version is told; reports that were found right are answered by it. Its number. @clause 17a */
export const publishDraft = async (tx: Tx, app: App, row: DraftRow, at: Temporal.Instant): Promise<Decision<number>> => {
  const { content, item_id: itemId, owner_unit_id: unitId } = row
  const settings = await settingsAt(tx, app, at)
  if (!settings.ok) return settings
  // Withdrawn while its next version was on its way.
  const told = row.base_version === null ? undefined : await heldItem(tx, itemId)
  if (told?.status === 'withdrawn') return refuse({ code: 'knowledge.withdrawn', clause: '16c' })
  const names = await unitNames(tx, [unitId])
  const version = await publishVersion(tx, app, {
    itemId,
    title: content.title,
    body: content.body,
    keywords: content.keywords,
    variants: content.variants,
    type: content.type,
    owner: { unitId, name: names.get(unitId) ?? unitId },
    source: content.document.name,
    documentNumber: content.document.number,
    article: content.document.article,
    region: content.region,
    validOnFrom: Temporal.PlainDate.from(content.validFrom),
    validOnTo: content.validTo === null ? null : Temporal.PlainDate.from(content.validTo),
    reviewOn: Temporal.PlainDate.from(reviewDay(content, civilDate(at), settings.value)),
    writtenBy: row.writers.at(-1) ?? null,
  })
  await tellAttachments(tx, row.draft_id, version)
  await answerReports(tx, itemId, version, at)
  await answerRequests(tx, at)
  await keepConflicts(tx, at, itemId)
  // What is still to be decided follows the item to its owner.
  await sql`update knowledge_report set owner_unit_id = ${unitId}
    where authority_id = app.authority() and item_id = ${itemId} and closed_at is null`.execute(tx)
  return accept(version)
}
