import type { Sabotage } from './sabotage.ts'

const domain = 'packages/domain/src/knowledge'
const server = 'server/src/modules/knowledge'

/** How an item of the knowledge base lives. */
export const knowledge: readonly Sabotage[] = [
  {
    clause: '15',
    file: `${domain}/content.ts`,
    find: `if (validTo !== null && validTo < validFrom) return refuse`,
    replace: `if (validTo !== null && validTo < '1000') return refuse`,
    why: 'an item may end before it begins',
  },
  {
    clause: '15',
    file: `${server}/import/check.ts`,
    find: `titleTaken: base.taken.has(content.title)`,
    replace: `titleTaken: false`,
    why: 'a file brings in a second item of the same title',
  },
  {
    clause: '16a',
    file: 'server/src/modules/department-query/index.ts',
    find: `      facts: [connector.id, markOf(app, connector.id, parameters.value)],`,
    replace: `      facts: [connector.id, ...Object.values(parameters.value).map((value) => value.toLowerCase())],`,
    why: 'whom somebody asked about can be read in the audit',
  },
  {
    clause: '16b',
    file: `${server}/publish-draft.ts`,
    find: `  await answerRequests(tx, at)\n`,
    replace: '',
    why: 'the standard answer is there, and its owner is still asked for it',
  },
  {
    clause: '16c',
    file: `${domain}/decide.ts`,
    find: `doer.may('knowledge.write') && (isCentre(doer) || isOwner(doer, ownerUnitId))`,
    replace: `doer.may('knowledge.write')`,
    why: 'a unit writes what another provides',
  },
  {
    clause: '16c',
    file: `${server}/publish.ts`,
    find: `    .set({ superseded_at: at })\n`,
    replace: `    .set({ superseded_at: at.add({ hours: 48 }) })\n`,
    why: 'an old version goes on being told beside the new one',
  },
  {
    clause: '16c',
    file: `${domain}/content.ts`,
    find: `if (today > reviewOn) return 'late'`,
    replace: `if (today > '9999') return 'late'`,
    why: 'a review is never late',
  },
  {
    clause: '17a',
    file: `${domain}/decide.ts`,
    find: `if (!doer.may('knowledge.vouch') || !isOwner(doer, found.value.ownerUnitId)) return notYours\n  if (found.value.state !== 'owner-review')`,
    replace: `if (found.value.state !== 'owner-review')`,
    why: 'somebody else vouches for what a unit provides',
  },
  {
    clause: '17a',
    file: `${domain}/decide.ts`,
    find: `if (found.value.writers.includes(accountId)) return`,
    replace: `if (accountId === '') return`,
    why: 'who wrote it publishes it',
  },
  {
    clause: '17a',
    file: `${server}/publish-draft.ts`,
    find: `  await answerReports(tx, itemId, version, at)\n`,
    replace: '',
    why: 'a report that was right is never answered',
  },
  {
    clause: '16c',
    file: 'packages/domain/src/answer/telling.ts',
    find: `toldVersion !== currentVersion && !outcomes.some`,
    replace: `toldVersion === currentVersion && !outcomes.some`,
    why: 'nobody is told again what has changed',
  },
  {
    clause: '17b',
    file: 'packages/domain/src/answer/judge.ts',
    find: `best === undefined || best.confidence < sure`,
    replace: `best === undefined`,
    why: 'something is called an answer, however unsure it is',
  },
  {
    clause: '17b',
    file: 'server/src/modules/answer/ask.ts',
    find: `{ text: asked, on, place: region, most }`,
    replace: `{ text: asked, on, most }`,
    why: 'a county is answered with what holds in another',
  },
  {
    clause: '17b',
    file: 'server/src/modules/request/file-request.ts',
    find: `  if (recorded.ok) await writeShown(tx, recorded.value.orderId, body.told, at)\n`,
    replace: '',
    why: 'nobody knows any more what the page had answered',
  },
]
