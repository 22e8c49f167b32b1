import type { RefusalTable } from '../../kernel/index.ts'

export const besideRefusals = {
  'work-order.not-found': {
    nature: 'not-found',
    zh: '没有这个工单，或者您无权查看。',
    en: 'There is no such work order, or you may not see it.',
  },
  'work-order.stale': {
    nature: 'stale',
    zh: '工单已被他人更新，请刷新后再办。',
    en: 'Somebody else has changed this order; reload it and try again.',
  },
  'work-order.not-entitled': { nature: 'not-entitled', zh: '您的岗位不能办理这一步。', en: 'Your role may not take this step.' },
  'work-order.for-centre': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '由热线中心办理；涉及举报的工单，州政府办公室可以办理这一步。',
    en: 'For the centre to do; the government office takes this step in orders that accuse somebody.',
  },
  'work-order.closed': { nature: 'forbidden-step', zh: '工单已经办结归档，不能再办理。', en: 'The order is closed and archived.' },
  'work-order.wrong-status': {
    nature: 'forbidden-step',
    zh: '工单当前状态不能办理这一步。',
    en: 'The order is not in a state for this step.',
  },
  'work-order.unclassified': {
    nature: 'forbidden-step',
    clause: '10-record',
    zh: '受理前须记录诉求类别、事项和涉事地址（到县市）。',
    en: 'Kind, subject and place of the matter are needed before acceptance.',
  },
  'correction.nothing-changed': {
    nature: 'forbidden-step',
    clause: '12-2b',
    zh: '类别、事项和地址都没有变化。',
    en: 'Nothing would change.',
  },
  'correction.pending': {
    nature: 'forbidden-step',
    clause: '12-2b',
    zh: '已有一项订正等待另一人确认。',
    en: 'A correction already waits for its second person.',
  },
  'correction.none-pending': {
    nature: 'forbidden-step',
    clause: '12-2b',
    zh: '没有等待确认的订正。',
    en: 'No correction waits for confirmation.',
  },
  'correction.second-person': {
    nature: 'forbidden-step',
    clause: '12-2b',
    zh: '签收后的订正须由另一人确认。',
    en: 'After signing a correction is confirmed by a second person.',
  },
  'withdrawal.pending': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '撤回申请已经提交，等待热线中心确认。',
    en: 'The withdrawal is already with the centre.',
  },
  'withdrawal.none-pending': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '没有等待确认的撤回申请。',
    en: 'No withdrawal waits for confirmation.',
  },
  'withdrawal.left': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '您已退出此件，举报和特殊事项由热线继续办理。',
    en: 'You have left this matter; reports and special matters go on without their requester.',
  },
  'clearing.none-accused': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '此件没有列明被举报的单位或者个人。',
    en: 'No unit or person stands accused in this order.',
  },
  'clearing.pending': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '误列被举报单位的更正已经提出，等待另一人确认。',
    en: 'The clearing is already proposed and waits for a second person.',
  },
  'clearing.none-pending': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '没有等待确认的误列更正。',
    en: 'No clearing waits for confirmation.',
  },
  'clearing.second-person': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '误列的更正须由提出人以外的另一人确认。',
    en: 'A clearing is confirmed by somebody else than who proposed it.',
  },
  'command.not-for-you': { nature: 'not-entitled', zh: '这一步不由您办理。', en: 'This step is not yours to take.' },
} as const satisfies RefusalTable
