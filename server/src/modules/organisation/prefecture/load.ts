import type { App } from '../../../app.ts'
import { CannotStart } from '../../../cannot-start.ts'
import { systemActor } from '../../../db/actor.ts'
import { asActor } from '../../../db/transaction.ts'
import { lockCatalogue } from '../change-catalogue.ts'
import { civilDateOf } from '../civil-date.ts'
import { faultLine, faultsOf, sound, unsound, type Checked } from './fault.ts'
import type { Norms, WrittenNorms } from './norms.ts'
import { readNorms } from './read-norms.ts'
import { readOrganisation, type Organisation } from './read-organisation.ts'
import { shippedFolder } from './shipped.ts'
import { pairsOfDesk } from './desk-catalogue.ts'
import { keptFromDesk, tiedWithDesk } from './desk-units.ts'
import { reachingBack, writeNorms } from './write-norms.ts'
import { writeOrganisation } from './write-organisation.ts'

export type Prefecture = { readonly norms: Norms; readonly written: WrittenNorms; readonly organisation: Organisation }
/** With what the desk had changed, which stays as it is there: units, and subjects in places as `waste 513401`. */
export type Loaded = Prefecture & { readonly keptUnits: readonly string[]; readonly keptResponsibilities: readonly string[] }

/** A whole folder, checked as of a civil date; nothing is written. */
export const readPrefecture = (folder: string, on: Temporal.PlainDate): Checked<Prefecture> => {
  const norms = readNorms(folder)
  const organisation = readOrganisation(folder, on)
  if (!norms.ok || !organisation.ok) return unsound(...faultsOf(norms, organisation))
  return sound({ ...norms.value, organisation: organisation.value })
}

/**
 * Loads a folder into the authority that it names, all of it or nothing. Loading it again changes nothing; what a newer folder no longer
 * names ends today. Units and entries of the catalogue that were changed at the desk stay as the desk has them.
 * @clause 26
 * @clause 11-2
 */
export const loadPrefecture = async ({ database, clock }: Pick<App, 'database' | 'clock'>, folder: string): Promise<Checked<Loaded>> => {
  const at = clock.now()
  const on = civilDateOf(at)
  const read = readPrefecture(folder, on)
  if (!read.ok) return read
  const { norms, written, organisation } = read.value
  const authorityId = norms.profile.id
  return asActor(database, systemActor(authorityId), async (tx) => {
    const kept = await keptFromDesk(tx, authorityId)
    const faults = [...(await reachingBack(tx, written, norms, on.toString())), ...tiedWithDesk(organisation.units, kept)]
    if (faults.length > 0) return unsound(...faults)
    await lockCatalogue(tx, authorityId)
    const keptResponsibilities = await pairsOfDesk(tx, authorityId)
    await writeOrganisation(tx, organisation, { authorityId, on, ofDesk: keptResponsibilities })
    await writeNorms(tx, written, { authorityId, at })
    return sound({ ...read.value, keptUnits: kept.map(({ unitId }) => unitId), keptResponsibilities })
  })
}

const noFolder = (authorityId: string): CannotStart =>
  new CannotStart(
    `没有 ${authorityId} 的数据：请照 prefectures/example 备好一个文件夹 prefectures/${authorityId}，内有 authority.json、calendar.json、places.csv、units.csv、responsibilities.csv（说明见 docs/prefecture.md），或先运行 npm run prefecture -- load 文件夹。`,
    `There are no data for ${authorityId}: prepare the folder prefectures/${authorityId} after prefectures/example, with authority.json, calendar.json, places.csv, units.csv and responsibilities.csv (see docs/prefecture.md), or run npm run prefecture -- load FOLDER first.`,
  )

const otherAuthority = (folder: string, inside: string, authorityId: string): CannotStart =>
  new CannotStart(
    `${folder} 里的 authority.json 写的是 ${inside}，不是 ${authorityId}：请把 id 改为文件夹的名字。没有装载任何内容。`,
    `authority.json in ${folder} says ${inside}, not ${authorityId}: let its id be the folder's name. Nothing was loaded.`,
  )

/** Loads the folder that comes with the program under the authority's name. */
export const loadOrganisation = async (app: App): Promise<Loaded> => {
  const { authorityId } = app.config
  const folder = shippedFolder(authorityId)
  if (folder === undefined) throw noFolder(authorityId)
  const norms = readNorms(folder)
  if (norms.ok && norms.value.norms.profile.id !== authorityId) throw otherAuthority(folder, norms.value.norms.profile.id, authorityId)
  const loaded = await loadPrefecture(app, folder)
  if (loaded.ok) return loaded.value
  throw new CannotStart(
    `${folder} 有错，没有装载任何内容。`,
    `${folder} is not right; nothing was loaded.`,
    loaded.faults.map(faultLine).join('\n'),
  )
}
