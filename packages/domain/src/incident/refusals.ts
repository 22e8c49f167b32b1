import type { RefusalTable } from '../kernel/index.ts'

export const incidentRefusals = {
  'incident.unknown': { nature: 'not-found', clause: '12-4a', zh: '没有这个事件。', en: 'There is no such incident.' },
  'incident.over': {
    nature: 'forbidden-step',
    clause: '12-4a',
    zh: '事件已经处理结束，不能再并入、发布或者结束；有新的情况，请另行派单。',
    en: 'The incident is over: nothing joins it, nothing is published, and it ends once. Dispatch what is new by itself.',
  },
  'incident.not-dispatched': {
    nature: 'forbidden-step',
    clause: '12-4a',
    zh: '先把主工单派给承办单位，再以它开立事件。',
    en: 'Dispatch the main order first; the incident is opened from what a unit handles.',
  },
  'incident.already': {
    nature: 'forbidden-step',
    clause: '12-4a',
    zh: '这件工单已经开立事件，请使用原事件。',
    en: 'An incident was opened from this order already; use that one.',
  },
  'incident.is-main': {
    nature: 'forbidden-step',
    clause: '12-4a',
    zh: '主工单由承办单位办理，不能并入自己的事件。',
    en: 'The main order is what the unit handles; it does not join its own incident.',
  },
  'incident.main-confidential': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '举报、保密和列有被举报单位的工单不能开立事件。',
    en: 'No incident is opened from a report, a confidential matter, or one that accuses somebody.',
  },
} as const satisfies RefusalTable
export type IncidentRefusalCode = keyof typeof incidentRefusals
