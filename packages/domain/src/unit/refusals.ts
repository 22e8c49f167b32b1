import type { RefusalTable } from '../kernel/index.ts'

export const unitRefusals = {
  'unit.unknown': { nature: 'not-found', zh: '没有这个单位。', en: 'There is no such unit.' },
  'unit.not-in-force': {
    nature: 'forbidden-step',
    zh: '这个单位在生效日已不存续或尚未成立，不能再变更。',
    en: 'The unit does not exist on that day; it cannot be changed.',
  },
  'unit.day-past': {
    nature: 'invalid',
    zh: '生效日早于今天（{today}）：变更从今天或以后生效，过去的不改写。',
    en: 'The day lies before today ({today}): a change takes effect today or later; the past is not rewritten.',
  },
  'unit.day-taken': {
    nature: 'forbidden-step',
    zh: '这个单位在 {on} 已有一项变更：请另择一天，或先撤回那一项。',
    en: 'The unit has a change for {on} already: choose another day, or withdraw that one first.',
  },
  'unit.code-taken': {
    nature: 'forbidden-step',
    zh: '这个单位代码已有单位使用过，代码不重复使用：请另取一个。',
    en: 'A unit has or had this code, and codes are not used twice; choose another.',
  },
  'unit.name-taken': {
    nature: 'forbidden-step',
    zh: '已有单位叫这个名称，或已定要改成这个名称：请核对。',
    en: 'Another unit has this name, or is to have it; check it.',
  },
  'unit.place-unknown': {
    nature: 'invalid',
    clause: '18a',
    zh: '没有这个行政区划代码。',
    en: 'There is no such code of a place.',
  },
  'unit.parent-not-in-force': {
    nature: 'forbidden-step',
    clause: '7-1',
    zh: '上级单位不存在，或在生效日不存续：请选存续的单位。',
    en: 'The parent does not exist on that day; choose a unit that does.',
  },
  'unit.nothing-changed': { nature: 'invalid', zh: '与现在相同，没有变更。', en: 'It is as it was; nothing would change.' },
  'unit.ring': {
    nature: 'forbidden-step',
    clause: '7-1',
    zh: '新的上级在这个单位自己之下，隶属会成环：请选别的上级。',
    en: 'The new parent stands below the unit itself, which would tie a ring; choose another.',
  },
  'unit.merge-self': {
    nature: 'invalid',
    clause: '7-1',
    zh: '单位不能并入自己。',
    en: 'A unit cannot be merged into itself.',
  },
  'unit.merge-below': {
    nature: 'forbidden-step',
    clause: '7-1',
    zh: '单位不能并入自己的下属：请先把那个下属改隶，再并入。',
    en: 'A unit cannot be merged into one below it; move that one first.',
  },
  'unit.successor-not-in-force': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '承接的单位不存在，或在生效日不存续，办件无人承接。',
    en: 'The successor does not exist on that day, so nobody would answer for the orders.',
  },
  'unit.successor-dispatches': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '热线中心和政府办公室不承办派出的工单，不能承接其他单位。',
    en: 'The centre and the office do not handle what they dispatch, and succeed to no unit.',
  },
  'unit.needed': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '热线中心和政府办公室不能撤销、并入或改隶：受理、派单和督办靠它们。',
    en: 'The centre and the office are neither dissolved, merged nor moved: acceptance, dispatch and supervision rest on them.',
  },
  'unit.not-begun': {
    nature: 'forbidden-step',
    zh: '单位在成立的次日起才能撤销或并入。',
    en: 'A unit can be dissolved or merged from the day after it was founded.',
  },
  'unit.has-units-below': {
    nature: 'forbidden-step',
    clause: '7-1',
    zh: '它之下还有存续的单位：请先把它们改隶、并入或撤销。',
    en: 'There are units below it still; move, merge or dissolve them first.',
  },
  'unit.open-orders': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '它还有未办结的工单，撤销后无人负责：请先办结或改派，或改为并入承接的单位。',
    en: 'It still has open orders that nobody would answer for: finish or reassign them, or merge it into a successor.',
  },
  'unit.change-unknown': { nature: 'not-found', zh: '没有这项变更。', en: 'There is no such change.' },
  'unit.change-over': {
    nature: 'forbidden-step',
    zh: '这项变更已经生效或已经撤回。',
    en: 'The change is in effect, or was withdrawn.',
  },
} as const satisfies RefusalTable
export type UnitRefusalCode = keyof typeof unitRefusals
