import type { RefusalTable } from '../kernel/index.ts'

export const linkageRefusals = {
  'linkage.unknown': { nature: 'not-found', clause: '14', zh: '没有这条联动记录。', en: 'There is no such linkage record.' },
  'linkage.line-unknown': { nature: 'not-found', clause: '14', zh: '联动名录中没有这条热线。', en: 'The directory has no such line.' },
  'linkage.line-closed': {
    nature: 'forbidden-step',
    clause: '14',
    zh: '这条热线已经停用，请选择其他热线。',
    en: 'This line is no longer used; choose another.',
  },
  'linkage.number-missing': {
    nature: 'forbidden-step',
    clause: '14',
    zh: '这条热线的号码待填，不能呼叫；请中心负责人在联动名录里填写。',
    en: 'This line has no number yet and cannot be called; the manager enters it in the directory.',
  },
  'linkage.not-your-call': {
    nature: 'not-found',
    clause: '14',
    zh: '本座席没有这个来件，不能为它呼叫联动热线。',
    en: 'There is no such contact at this seat.',
  },
  'linkage.not-talking': {
    nature: 'forbidden-step',
    clause: '14',
    zh: '来电人不在通话中，不能转接或三方通话；可用普通电话告知并记录。',
    en: 'The caller is not on the line; tell the other line by phone and record it.',
  },
  'linkage.already-running': {
    nature: 'forbidden-step',
    clause: '14',
    zh: '这个来电正在呼叫或连着一条联动热线，请先结束它。',
    en: 'A line is being called or is joined in this call; end that first.',
  },
  'linkage.no-consent': {
    nature: 'forbidden-step',
    clause: '11-1',
    zh: '转接或三方通话须经来电人同意：请先征得同意。',
    en: 'A transfer or a three-way call needs the caller’s consent; ask first.',
  },
  'linkage.consent-not-waived': {
    nature: 'forbidden-step',
    clause: '11-1',
    zh: '只有 110、119、120、122 等紧急热线在紧急情况下可以不征求同意。',
    en: 'Only for the emergency lines, when life is in danger, is nobody asked.',
  },
  'linkage.not-a-transfer': {
    nature: 'forbidden-step',
    clause: '11-1',
    zh: '来电人同意的是三方通话，不是转接：请留在通话中。',
    en: 'The caller agreed to a three-way call, not to a transfer; stay on the line.',
  },
  'linkage.not-joined': {
    nature: 'forbidden-step',
    clause: '14',
    zh: '对方还没有接通，不能退出：来电人不能没有人接。',
    en: 'The line has not answered; you cannot leave the caller alone.',
  },
  'linkage.over': { nature: 'forbidden-step', clause: '14', zh: '这次联动已经结束。', en: 'This linkage is over already.' },
  'linkage.order-unknown': {
    nature: 'not-found',
    clause: '14',
    zh: '没有这件工单，请核对工单号。',
    en: 'There is no such order; check its number.',
  },
  'linkage.became-nothing': {
    nature: 'invalid',
    clause: '14',
    zh: '请写明它成为本平台的哪个来件或哪件工单。',
    en: 'Say which contact or order it became here.',
  },
  'linkage.not-reached': {
    nature: 'forbidden-step',
    clause: '14',
    zh: '这次没有接通对方，没有反馈可记；请重新联系后另记一条。',
    en: 'The line was not reached, so there is nothing to feed back; reach it and record that.',
  },
  'linkage.feedback-given': {
    nature: 'forbidden-step',
    clause: '14',
    zh: '反馈已经记过；有新的情况，请另记一条联动。',
    en: 'The feedback is recorded already; record what is new as another linkage.',
  },
  'linkage.nothing-changed': { nature: 'invalid', clause: '14', zh: '号码和备注都没有变化。', en: 'Neither number nor note was changed.' },
  'linkage.drill-in-future': {
    nature: 'invalid',
    clause: '14',
    zh: '演练日期在今天以后：请在演练之后再记录。',
    en: 'The day is still to come; record a drill after it was held.',
  },
  'linkage.drill-due-before': {
    nature: 'invalid',
    clause: '14',
    zh: '整改期限早于演练日期。',
    en: 'The improvement is due before the drill was held.',
  },
  'linkage.test-running': {
    nature: 'forbidden-step',
    clause: '14',
    zh: '正在试这条线，请等它有了结果。',
    en: 'This line is being tested; wait for the outcome.',
  },
} as const satisfies RefusalTable
export type LinkageRefusalCode = keyof typeof linkageRefusals
