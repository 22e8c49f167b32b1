type Condition = 'any' | 'night' | 'unhandled' | 'no-contact'

/** What makes a reading unusual: so many in one clock hour (Asia/Shanghai), by one person. */
export type WatchRule = {
  readonly id: string
  /** Audit actions that count. */
  readonly actions: readonly string[]
  /** Scopes in which they count; a unit sees its own orders only, so what is not its own does not arise there. */
  readonly scopes: readonly ('centre' | 'seat' | 'unit')[]
  readonly condition: Condition
  /** Orders are counted once each; otherwise every record counts. */
  readonly counts: 'records' | 'orders'
  readonly atLeast: number
  /** Whole hours that must have passed, so that the work which follows a reading can be on record. */
  readonly afterHours: number
  readonly reason: { readonly zh: string; readonly en: string }
  /** Nobody has confirmed these numbers yet; they are the program's own. */
  readonly confirmedBy: string | null
}

const reading = ['order.read', 'order.print', 'file.read', 'identity.reveal']

/**
 * The regulation asks for management of access, search and use in the whole process and names no numbers: these are defaults.
 * @clause 20b
 */
export const watchRules: readonly WatchRule[] = [
  {
    id: 'many-reveals',
    actions: ['identity.reveal'],
    scopes: ['centre', 'seat', 'unit'],
    condition: 'any',
    counts: 'records',
    atLeast: 20,
    afterHours: 0,
    reason: {
      zh: '联系一位诉求人至少要几分钟，一小时二十次以上已不是逐个联系。',
      en: 'Reaching one requester takes minutes: twenty in an hour are no longer calls.',
    },
    confirmedBy: null,
  },
  {
    id: 'night-reveals',
    actions: ['identity.reveal'],
    scopes: ['unit'],
    condition: 'night',
    counts: 'records',
    atLeast: 1,
    afterHours: 0,
    reason: {
      zh: '承办单位 22 时至 6 时不联系诉求人；热线中心昼夜值守，不在此列。',
      en: 'Units call nobody from 22:00 to 06:00; the centre is on duty day and night and is not asked.',
    },
    confirmedBy: null,
  },
  {
    id: 'unhandled-reveals',
    actions: ['identity.reveal'],
    scopes: ['centre'],
    condition: 'unhandled',
    counts: 'orders',
    atLeast: 1,
    afterHours: 8,
    reason: {
      zh: '看了诉求人身份，一个班次之后仍没有办过这张工单的任何一步。',
      en: 'The requester was revealed, and a shift later the person has taken no step on that order.',
    },
    confirmedBy: null,
  },
  {
    id: 'unhandled-reading',
    actions: reading,
    scopes: ['centre'],
    condition: 'unhandled',
    counts: 'orders',
    atLeast: 15,
    afterHours: 8,
    reason: {
      zh: '中心人员能看全部工单，一小时看了十五张以上与自己经办无关的。',
      en: 'The centre sees every order: fifteen in an hour that the person never worked on.',
    },
    confirmedBy: null,
  },
  {
    id: 'many-orders',
    actions: reading,
    scopes: ['centre', 'seat', 'unit'],
    condition: 'any',
    counts: 'orders',
    atLeast: 60,
    afterHours: 0,
    reason: { zh: '一小时六十张，每张不到一分钟，不像在办件。', en: 'Sixty orders in an hour, less than a minute each, is not handling.' },
    confirmedBy: null,
  },
  {
    id: 'phone-searches',
    actions: ['identity.find'],
    scopes: ['centre', 'seat'],
    condition: 'no-contact',
    counts: 'records',
    atLeast: 10,
    afterHours: 0,
    reason: {
      zh: '没有来电来件而按电话查找，一小时十次以上。',
      en: 'Searches by telephone number with no contact at hand, ten in an hour.',
    },
    confirmedBy: null,
  },
]

export const nightHours = { from: 22, to: 6 } as const
