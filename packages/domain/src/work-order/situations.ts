import type { Status } from '../vocabulary/index.ts'
import type { ActionName } from './decide/index.ts'

type Onward = { readonly [From in Status]?: readonly Status[] }

const recorded = { recorded: ['recorded'] } as const
/** A unit's own step: while one part waits for its next dispatch, the other units work on. */
const atWork = { 'in-hand': ['in-hand'], 'awaiting-dispatch': ['awaiting-dispatch'] } as const
const afterwards = { 'awaiting-follow-up': ['awaiting-follow-up'] } as const
const handled = { ...atWork, ...afterwards, coordination: ['coordination'], 'with-incident': ['with-incident'] } as const
/** 20c: what accuses somebody is not gathered with what others ask. */
const accusing = { ...recorded, ...atWork, ...afterwards, coordination: ['coordination'] } as const

/**
 * In which status each step may be taken, and where it leads: written by hand from chapters three and four. The guards are held against it by ten
 * thousand random stories, and `docs/permissions.md` with its diagram is written from it and from the matrix of roles.
 */
export const situations: Readonly<Record<ActionName, Onward>> = {
  clarify: { ...recorded, 'awaiting-dispatch': ['awaiting-dispatch'] },
  'ask-verification': recorded,
  'answer-verification': recorded,
  accept: { recorded: ['awaiting-dispatch'] },
  decline: { recorded: ['closed', 'awaiting-dispatch'], 'awaiting-dispatch': ['closed'] },
  answer: { recorded: ['closed'], 'awaiting-dispatch': ['closed'] },
  'explain-termination': { recorded: ['closed'], 'awaiting-dispatch': ['closed'] },

  dispatch: { 'awaiting-dispatch': ['in-hand'] },
  'dispatch-jointly': { 'awaiting-dispatch': ['in-hand'] },
  'add-unit': { 'in-hand': ['in-hand'], 'awaiting-dispatch': ['awaiting-dispatch', 'in-hand'] },
  'withdraw-unit': { 'in-hand': ['in-hand', 'awaiting-dispatch', 'awaiting-follow-up'], 'awaiting-dispatch': ['awaiting-dispatch'] },
  'replace-unit': { 'in-hand': ['in-hand'] },
  'ask-coordination': { 'awaiting-dispatch': ['coordination'] },
  'hold-coordination': { coordination: ['coordination'] },
  designate: { coordination: ['in-hand'] },
  'join-incident': { 'awaiting-dispatch': ['with-incident'] },
  'leave-incident': { 'with-incident': ['awaiting-dispatch'] },
  'answer-from-incident': { 'with-incident': ['awaiting-follow-up'] },

  sign: atWork,
  return: atWork,
  'accept-return': { 'in-hand': ['in-hand', 'awaiting-dispatch'], 'awaiting-dispatch': ['awaiting-dispatch'] },
  'refuse-return': atWork,
  'pass-on': atWork,
  'report-back': atWork,
  'ask-extension': atWork,
  'decide-extension': { ...atWork, ...afterwards },
  'give-first-response': atWork,
  'report-progress': atWork,
  draft: atWork,
  'send-back': atWork,
  approve: atWork,
  'record-attempt': atWork,
  deliver: { 'in-hand': ['in-hand', 'awaiting-follow-up'], 'awaiting-dispatch': ['awaiting-dispatch'] },

  'mark-urgent': { ...atWork, 'with-incident': ['with-incident'] },
  'report-to-office': handled,
  'acknowledge-report': handled,
  'call-unit': handled,

  'follow-up-sent': afterwards,
  rate: { 'awaiting-follow-up': ['awaiting-follow-up', 'closed'] },
  'follow-up': { 'awaiting-follow-up': ['awaiting-follow-up', 'closed'] },
  'order-redo': { 'awaiting-follow-up': ['in-hand'] },
  'close-lawful': { 'awaiting-follow-up': ['closed'] },
  explain: afterwards,
  'close-noted': { 'awaiting-follow-up': ['closed'] },
  'dispute-rating': { ...afterwards, closed: ['closed'] },
  'screen-rating': { ...afterwards, closed: ['closed'] },
  reopen: { closed: ['in-hand', 'recorded'] },
  'propose-termination': { 'in-hand': ['in-hand'] },
  'confirm-termination': { 'in-hand': ['in-hand', 'closed'] },

  correct: atWork,
  'confirm-correction': atWork,
  mark: { ...handled, coordination: [], closed: ['closed'] },
  'link-repeat': { ...recorded, ...handled },
  'add-facts': { ...recorded, ...handled },
  withdraw: {
    recorded: ['closed', 'recorded'],
    'awaiting-dispatch': ['closed', 'awaiting-dispatch'],
    coordination: ['closed', 'coordination'],
    'with-incident': ['closed', 'with-incident'],
    'in-hand': ['in-hand'],
    'awaiting-follow-up': ['awaiting-follow-up', 'closed'],
  },
  'confirm-withdrawal': {
    recorded: ['recorded', 'closed'],
    coordination: ['coordination', 'closed'],
    'with-incident': ['with-incident', 'closed'],
    'awaiting-dispatch': ['awaiting-dispatch', 'closed'],
    'in-hand': ['in-hand', 'closed'],
    'awaiting-follow-up': ['awaiting-follow-up', 'closed'],
  },
  recuse: { ...recorded, ...handled },
  seal: { ...accusing, closed: ['closed'] },
  'clear-accused': accusing,
  'confirm-clearing': accusing,
  tick: { ...recorded, ...handled },
}
