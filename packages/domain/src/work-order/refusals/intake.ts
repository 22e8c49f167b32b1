import type { RefusalTable } from '../../kernel/index.ts'

export const intakeRefusals = {
  'place.unknown': {
    nature: 'invalid',
    clause: '10-record',
    zh: '没有这个地方：请选择现行的县（市），乡镇（街道）须属于所选的县（市）。',
    en: 'There is no such place: choose a county of today, and a township of that county.',
  },
  'acceptance.by-centre': {
    nature: 'forbidden-step',
    clause: '9-guide',
    zh: '已经受理的，由热线中心派单员或者负责人改为不予受理或者直接解答。',
    en: 'Once accepted, a dispatcher or the manager of the centre declines or answers it.',
  },
  'answer.consent-needed': {
    nature: 'forbidden-step',
    clause: '11-1',
    zh: '三方通话和专家座席解答须先征得来电人同意，并记录。',
    en: 'A three-way call or an expert needs the consent of the caller, on record.',
  },
  'acceptance.reason-needed': {
    nature: 'forbidden-step',
    clause: '9-guide',
    zh: '受理后改为不予受理或者直接解答的，须写明理由。',
    en: 'What was accepted is declined or answered directly with the reason only.',
  },
  'decline.already-accepted': {
    nature: 'forbidden-step',
    clause: '9-3',
    zh: '此件已经受理，请直接派单；移交紧急线路的情况记入派单说明。',
    en: 'The matter is already accepted: dispatch it, and say in the note what was handed over.',
  },
  'decline.not-clarified': {
    nature: 'forbidden-step',
    clause: '9-5',
    zh: '以“诉求表述不清”不予受理前，须先有一次澄清记录。',
    en: 'One recorded attempt to clarify must come first.',
  },
  'decline.emergency-line-needed': {
    nature: 'forbidden-step',
    clause: '9-3',
    zh: '属于紧急救助范围的，须立即移交 110、119、120 或 122，并说明移交的线路。',
    en: 'Name the emergency line that it was handed over to.',
  },
  'decline.urgency-needed': {
    nature: 'forbidden-step',
    clause: '9-3',
    zh: '移交紧急线路的同时生成工单的，须定为特殊事项或者特殊紧急事项。',
    en: 'An order made together with a hand-over is special or emergency.',
  },
  'decline.channel-needed': {
    nature: 'forbidden-step',
    clause: '9-guide',
    zh: '不予受理须告知诉求人合法的反映渠道。',
    en: 'The lawful channel to turn to must be told.',
  },
  'relations.unit-unknown': {
    nature: 'invalid',
    clause: '20c',
    zh: '没有这个被投诉或者被举报的单位，请重新选择。',
    en: 'There is no such unit to complain of or to report; choose again.',
  },
  'acceptance.units-at-work': {
    nature: 'forbidden-step',
    clause: '11-3a',
    zh: '还有承办单位正在办理，不能整件改为不予受理、直接解答或者提请协调；请先撤销其承办。',
    en: 'A unit is still at work on it; take its part back first.',
  },
  'verification.pending': {
    nature: 'forbidden-step',
    clause: '9-guide',
    zh: '已请部门核实受理范围，正在等待答复。',
    en: 'A department has been asked already; its answer is awaited.',
  },
  'verification.none-pending': {
    nature: 'forbidden-step',
    clause: '9-guide',
    zh: '没有等待答复的核实。',
    en: 'No verification waits for an answer.',
  },
} as const satisfies RefusalTable
