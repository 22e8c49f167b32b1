import type { App } from '../app.ts'
import { nobody } from '../db/actor.ts'
import { asActor } from '../db/transaction.ts'
import { loadedNorms, loadOrganisation, type Prefecture } from '../modules/organisation/index.ts'

/** What a person at a terminal is told of a folder. */
export const prefectureSentence = ({ norms, organisation }: Prefecture): string => {
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
  return `${profile.name.zh}（${profile.id}）：${zh}。\n${profile.name.en}: ${en}.\n`
}

/** The first start brings the authority's data in; later ones leave them to `npm run prefecture`. Answers what to tell. */
export const ensurePrefecture = async (app: App): Promise<string> => {
  const known = await asActor(app.database, nobody(app.config.authorityId), loadedNorms)
  return known === undefined ? `已装载 loaded ${prefectureSentence(await loadOrganisation(app))}` : ''
}
