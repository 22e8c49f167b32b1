import type { RefusalTable } from '../kernel/index.ts'

export const catalogueRefusals = {
  'catalogue.day-past': {
    nature: 'invalid',
    zh: '生效日早于今天（{today}）：目录从今天或以后改，过去的不改写。',
    en: 'The day lies before today ({today}): the catalogue changes from today on; the past is not rewritten.',
  },
  'catalogue.days-contradict': {
    nature: 'invalid',
    zh: '止日应晚于起日；止日当天起不再有效。',
    en: 'The end must be later than the beginning; it is the first day that no longer counts.',
  },
  'catalogue.subject-unknown': {
    nature: 'invalid',
    clause: '8-1',
    zh: '事项目录中没有这个事项。',
    en: 'The catalogue of subjects has no such subject.',
  },
  'catalogue.place-unknown': {
    nature: 'invalid',
    clause: '18a',
    zh: '没有这个行政区划代码，或它在生效日不再使用。',
    en: 'There is no such code of a place, or it does not hold on that day.',
  },
  'catalogue.unit-not-in-force': {
    nature: 'forbidden-step',
    clause: '11-2',
    zh: '这个单位在生效日不存续：请选存续的单位。',
    en: 'The unit does not exist on that day; choose one that does.',
  },
  'catalogue.unit-dispatches': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '热线中心不承办派出的工单，不能列为承办单位。',
    en: 'The centre does not handle what it dispatches, and is named for nothing.',
  },
  'catalogue.nothing-changed': { nature: 'invalid', zh: '与目录现有的相同，没有变更。', en: 'The catalogue says so already.' },
  'catalogue.day-taken': {
    nature: 'forbidden-step',
    zh: '这一条在 {on} 已经开始：请从次日起改。',
    en: 'The entry has begun on {on}; change it from the next day on.',
  },
  'catalogue.overlaps': {
    nature: 'forbidden-step',
    zh: '同一事项、同一地方在 {on} 起另有一条：请写明止日，或改那一条。',
    en: 'From {on} on there is another entry of this subject and place: give an end, or change that one.',
  },
  'catalogue.not-begun': {
    nature: 'forbidden-step',
    zh: '这一条到 {on} 才开始：从次日起才能终止，也可以另定同日起的承办单位。',
    en: 'The entry begins on {on}: end it from the next day on, or name another unit from that same day.',
  },
  'catalogue.nothing-to-end': {
    nature: 'forbidden-step',
    zh: '这个事项在这个地方没有自己的条目，无可终止。',
    en: 'This place has no entry of its own for the subject; there is nothing to end.',
  },
  'catalogue.leaves-nobody': {
    nature: 'forbidden-step',
    clause: '11-2',
    zh: '这样一改，有 {counties} 个县市找不到承办单位：请先为它们定好单位。',
    en: 'It would leave {counties} counties without a unit; name one for them first.',
  },
  'catalogue.proposal-open': {
    nature: 'forbidden-step',
    zh: '这个事项在这个地方已有一项待审的变更：先审或先撤回那一项。',
    en: 'A change of this subject and place waits for its review; decide or withdraw that one first.',
  },
  'catalogue.evidence-unknown': {
    nature: 'invalid',
    zh: '所附的工单查不到。',
    en: 'An order given as evidence was not found.',
  },
  'catalogue.change-unknown': { nature: 'not-found', zh: '没有这项变更。', en: 'There is no such change.' },
  'catalogue.change-over': {
    nature: 'forbidden-step',
    zh: '这项变更已经审定或撤回。',
    en: 'The change is decided, or was withdrawn.',
  },
  'catalogue.own-proposal': {
    nature: 'forbidden-step',
    clause: '11-2',
    zh: '自己提出的变更由另一个人审定。',
    en: 'Somebody else decides about a change that you proposed.',
  },
  'catalogue.not-yours': {
    nature: 'forbidden-step',
    zh: '只有提出的人可以撤回；其他人可以不同意。',
    en: 'Only whoever proposed it may withdraw it; others may refuse it.',
  },
  'catalogue.not-standing': {
    nature: 'forbidden-step',
    zh: '只有已经同意、还没有被代替的变更可以撤销。',
    en: 'Only a change that was accepted and has not given way to another may be revoked.',
  },
  'catalogue.not-yours-to-revoke': {
    nature: 'forbidden-step',
    clause: '11-2',
    zh: '已经同意的变更，由提出的人或者审定的人撤销。',
    en: 'An accepted change is revoked by whoever proposed it, or by those who decide about changes.',
  },
  'catalogue.in-effect': {
    nature: 'forbidden-step',
    clause: '11-2',
    zh: '这项变更从 {on} 起已经生效，不能撤销：请另提一项变更。',
    en: 'The change is in effect since {on} and cannot be revoked; propose another change.',
  },
  'catalogue.nothing-kept': {
    nature: 'forbidden-step',
    zh: '这项变更同意时没有留下原来的条目，不能撤销：请另提一项变更。',
    en: 'What the catalogue said before this change was not kept, so it cannot be revoked; propose another change.',
  },
  'catalogue.built-upon': {
    nature: 'forbidden-step',
    zh: '后来的变更接在这一项后面：先撤销后来的那一项，或者另提一项变更。',
    en: 'A later change builds upon this one: revoke that one first, or propose another change.',
  },
  'catalogue.finding-unknown': {
    nature: 'invalid',
    zh: '没有这样的地方或单位。',
    en: 'There is no such place or unit.',
  },
  'catalogue.replay-too-long': {
    nature: 'invalid',
    zh: '试算的期间最长 366 天，止日应晚于起日。',
    en: 'A replay takes 366 days at most, and ends after it begins.',
  },
} as const satisfies RefusalTable
export type CatalogueRefusalCode = keyof typeof catalogueRefusals
