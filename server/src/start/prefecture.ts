import type { App } from '../app.ts'
import { nobody } from '../db/actor.ts'
import { asActor } from '../db/transaction.ts'
import { loadedNorms, loadOrganisation, type Loaded, type Prefecture } from '../modules/organisation/index.ts'

const keptSentence = (kept: readonly string[]): string =>
  kept.length === 0
    ? ''
    : `工作台变更过的 ${kept.length} 个单位保持不变：${kept.join('、')}。\n${kept.length} units that were changed at the desk stay as they are.\n`

const keptEntries = (kept: readonly string[]): string =>
  kept.length === 0
    ? ''
    : `派单目录中工作台改过的 ${kept.length} 项（事项 地方）保持不变：${kept.join('、')}。\n${kept.length} subjects in places of the catalogue that were changed at the desk stay as they are.\n`

/** What a person at a terminal is told of a folder; of one that was loaded, also what it left alone. */
export const prefectureSentence = ({ norms, organisation, ...loaded }: Prefecture | Loaded): string => {
  const { profile, packs, calendar } = norms
  const counts = [
    [organisation.places.length, '个地方', 'places'],
    [organisation.units.length, '个单位', 'units'],
    [organisation.responsibilities.length, '条职责', 'responsibilities'],
    [calendar.notices.length, '份放假通知', 'notices of days off'],
    [packs.length, '部自有规定', 'norms of its own'],
  ] as const
  const [zh, en] = [
    counts.map(([count, name]) => `${count} ${name}`).join('、'),
    counts.map(([count, , name]) => `${count} ${name}`).join(', '),
  ]
  const kept = 'keptUnits' in loaded ? keptSentence(loaded.keptUnits) + keptEntries(loaded.keptResponsibilities) : ''
  return `${profile.name.zh}（${profile.id}）：${zh}。\n${profile.name.en}: ${en}.\n${kept}`
}

/** The first start brings the authority's data in; later ones leave them to `npm run prefecture`. Answers what to tell. */
export const ensurePrefecture = async (app: App): Promise<string> => {
  const known = await asActor(app.database, nobody(app.config.authorityId), loadedNorms)
  return known === undefined ? `已装载 loaded ${prefectureSentence(await loadOrganisation(app))}` : ''
}
