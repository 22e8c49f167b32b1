import { starts, settles, waives, waivesAll, closes, newLife } from './life.ts'
import {
  acceptedAs,
  beginsAccepted,
  citizenDoes,
  does,
  filed,
  isAskedByPerson,
  isClosedLawfully,
  ratesBySms,
  ratesOnPage,
  told,
  type Plan,
  type Teller,
} from './teller.ts'
import type { Chance } from './random.ts'
import type { Story, Town, Wait } from './town.ts'

type Told = AsyncGenerator<Wait, void, void>

const channels: Readonly<Record<string, string>> = {
  '9-1': 'petition-office',
  '9-2': 'secrecy-bureau',
  '9-3': 'police-110',
  '9-4': 'military',
  '9-5': 'none-needed',
  '9-6': 'competent-department',
  '9-7': 'court',
}
const soon = (chance: Chance, hours: number): Wait => ({ hours: chance.below(hours * 10) / 10 })
/** Mostly in good time, sometimes in the last second, sometimes in the first that is late. */
const before = (chance: Chance, due: string, hours: number): Wait => {
  const drawn = chance.below(10)
  return drawn < 6 ? soon(chance, hours) : { due, seconds: drawn < 8 ? -1 : 0 }
}

const ended = ({ plan }: Teller) => {
  const ground = plan.outcome.slice('decline-'.length)
  return { ground, lawfulChannel: channels[ground]!, explanation: '依照办法第九条不予受理，已说明理由和渠道。' }
}
const types = (ground: string): readonly string[] => (ground === '9-3' ? ['handed-over', 'declined'] : ['declined'])

async function* declined(teller: Teller): Told {
  const { plan, chance, town, life } = teller
  const body = ended(teller)
  const clarified = { outcome: 'reached', note: '问过两遍仍不明白' }
  if (plan.door === 'phone') {
    const outcome = { step: 'decline', with: body, clarified: body.ground === '9-5' ? clarified : null }
    teller.orderId = (await told(teller, outcome)).orderId
    if (body.ground === '9-5') life.types.push('clarification-attempted')
    life.types.push(...types(body.ground))
    return closes(life, town.now())
  }
  await filed(teller)
  yield soon(chance, 5)
  if (body.ground === '9-5') await does(teller, 'seat', 'clarify', clarified, 'clarification-attempted')
  await does(teller, 'seat', 'decline', body, ...types(body.ground))
  closes(life, town.now())
}

async function* answered(teller: Teller): Told {
  const { plan, chance, town, life } = teller
  const answer = { kind: plan.message.kind, answer: '按现行规定，可以到县政务服务大厅办理。' }
  if (plan.door === 'phone') teller.orderId = (await told(teller, { step: 'answer', with: answer })).orderId
  else {
    await filed(teller)
    yield before(chance, 'requester-1', 20)
    await does(teller, 'seat', 'answer', answer)
  }
  life.types.push('answered-directly')
  settles(life, town.now(), 'requester')
  closes(life, town.now())
}

/** 9-3 and 12-4 at once: handed over to the emergency line, and an order of ours as well. */
const handedOver = ({ plan }: Teller) => ({
  ground: '9-3',
  lawfulChannel: 'police-110',
  explanation: '已移交110，同时派单处置。',
  also: acceptedAs(plan),
})

async function* accepted(teller: Teller): Told {
  const { plan, chance, life } = teller
  const also = plan.outcome === 'also'
  if (plan.door === 'phone') {
    const atOnce = also || chance.below(3) > 0
    const outcome = also ? { step: 'decline', with: handedOver(teller) } : { step: 'accept', with: acceptedAs(plan) }
    teller.orderId = (await told(teller, atOnce ? outcome : null)).orderId
    if (!atOnce) {
      yield soon(chance, 3)
      await does(teller, 'seat', 'accept', acceptedAs(plan))
    }
  } else {
    await filed(teller)
    yield before(chance, 'dispatch-1', 3)
    if (plan.outcome === 'withdraw-unseen') return
    await does(teller, 'seat', also ? 'decline' : 'accept', also ? handedOver(teller) : acceptedAs(plan))
  }
  if (also) life.types.push('handed-over')
  beginsAccepted(teller)
}

/** Between acceptance and signing: kind and subject are corrected at once, and the due times follow from the same start. */
const corrected = async (teller: Teller): Promise<void> => {
  const { life, plan } = teller
  const kind = life.matter.kind === 'consultation' ? 'complaint' : 'consultation'
  const body = { kind, subject: 'other', place: { county: plan.message.county, township: null }, reason: '类别选错' }
  await does(teller, 'dispatcher', 'correct', body)
  life.types.push(
    life.clocks.get('sign-1')?.outcome === 'open' || life.clocks.get('sign-1') === undefined ? 'corrected' : 'correction-proposed',
  )
  if (life.types.at(-1) === 'corrected') recounted(teller, kind)
}
const recounted = ({ life }: Teller, kind: 'consultation' | 'complaint'): void => {
  life.matter = { kind, subject: 'other' }
  for (const clock of life.clocks.values())
    if (clock.outcome === 'open' && ['handle', 'requester', 'redo'].includes(clock.kind)) starts(life, clock.id, clock.startAt)
}

async function* dispatched(teller: Teller): Told {
  const { plan, chance, town, life } = teller
  yield before(chance, 'dispatch-1', 3)
  if (plan.outcome === 'correct-before-dispatch') await corrected(teller)
  if (plan.outcome === 'withdraw-accepted') return
  await does(teller, 'dispatcher', 'dispatch', { unitId: plan.message.unitId, principle: 'duty', note: '请按职责办理' }, 'dispatched')
  settles(life, town.now(), 'dispatch')
  const clocks = plan.urgency === 'ordinary' ? [] : [`${plan.urgency}-response-1`, `${plan.urgency}-progress-1`]
  for (const id of ['sign-1', 'handle-1', ...clocks]) starts(life, id, town.now())
  // 第十二条（四）: a special order is returned within the time of its first response.
  starts(life, 'return-1', town.now(), plan.urgency === 'ordinary' ? 'return' : `${plan.urgency}-response`)
  yield before(chance, 'sign-1', 20)
  if (plan.outcome === 'correct-before-sign') await corrected(teller)
  await does(teller, `clerk-${plan.message.unitId}`, 'sign', {}, 'signed')
  settles(life, town.now(), 'sign')
}

async function* reportedUrgently(teller: Teller): Told {
  const { plan, chance, town, life } = teller
  if (plan.urgency === 'ordinary') return
  const handler = `handler-${plan.message.unitId}`
  yield before(chance, `${plan.urgency}-response-1`, 2)
  await does(teller, handler, 'first-response', { response: '已到现场，正在处置。' }, 'first-response-given')
  settles(life, town.now(), 'special-response', 'emergency-response')
  yield before(chance, `${plan.urgency}-progress-1`, 20)
  await does(teller, handler, 'progress', { progress: '险情已经控制。' }, 'progress-reported')
  settles(life, town.now(), 'special-progress', 'emergency-progress')
}

async function* correctedLate(teller: Teller): Told {
  const { plan, chance } = teller
  if (plan.outcome !== 'correct-confirmed' && plan.outcome !== 'correct-refused') return
  yield soon(chance, 20)
  const before = teller.life.matter.kind
  await corrected(teller)
  yield soon(chance, 20)
  const confirmed = plan.outcome === 'correct-confirmed'
  await does(
    teller,
    'centre-manager',
    'confirm-correction',
    confirmed ? { confirmed } : { confirmed, reason: '原类别无误' },
    confirmed ? 'corrected' : 'correction-refused',
  )
  if (confirmed) recounted(teller, before === 'consultation' ? 'complaint' : 'consultation')
}

const wayFor = ({ plan, life }: Teller): string => {
  if (life.hasLeft || plan.reach === 'none') return 'tracking-page'
  return plan.reach === 'landline' ? 'phone' : plan.door === 'web' ? 'sms' : 'phone'
}

async function* replied(teller: Teller): Told {
  const { plan, chance, town, life } = teller
  const unit = plan.message.unitId
  const due = life.round === 1 ? 'handle-1' : `redo-${life.round}`
  yield soon(chance, 30)
  await does(teller, `handler-${unit}`, 'draft', { reply: `第${life.round}次答复：已经核实办理。`, internal: '内部记录' }, 'reply-drafted')
  if (chance.below(6) === 0) {
    await does(teller, `reviewer-${unit}`, 'send-back', { reason: '请写明时间' }, 'reply-sent-back')
    await does(teller, `handler-${unit}`, 'draft', { reply: '已经核实，本周内办结。' }, 'reply-drafted')
  }
  yield soon(chance, 20)
  await does(teller, `reviewer-${unit}`, 'approve', {}, 'reply-approved')
  yield before(chance, chance.below(2) === 0 && !life.hasLeft ? `requester-${life.round}` : due, 40)
  const way = wayFor(teller)
  if (way === 'phone') await does(teller, `clerk-${unit}`, 'attempts', { way, outcome: 'no-answer' }, 'attempt-recorded')
  // 20c: whoever reported is called by the centre, never by the unit.
  const caller = plan.message.kind === 'report' && way === 'phone' ? 'dispatcher' : `clerk-${unit}`
  await does(teller, caller, 'deliver', { way, note: null }, ...(way === 'phone' ? ['attempt-recorded'] : []))
  life.types.push('reply-delivered', 'follow-up-opened')
  settles(life, town.now(), 'handle', 'redo', 'requester')
  if (life.hasLeft) return
  starts(life, `follow-up-${life.round}`, town.now())
  if (plan.reach === 'mobile') life.followUp = 'on-its-way'
}

/** Until the message has gone out, or could not; it waits for the morning. */
async function* untilAsked({ life }: Teller): Told {
  yield { hours: 24 }
  while (life.followUp === 'on-its-way') yield { hours: 5 }
}

async function* redone(teller: Teller): Told {
  const { plan, chance, town, life } = teller
  yield* untilAsked(teller)
  if (plan.door === 'web' && chance.below(2) === 0) await ratesOnPage(teller, 'dissatisfied')
  else await ratesBySms(teller, chance.pick(['3', '不满意', '13', '不满意，还是没修']), 'dissatisfied')
  yield soon(chance, 30)
  await isAskedByPerson(teller, { outcome: 'no-answer' })
  yield soon(chance, 20)
  await isAskedByPerson(teller, { outcome: 'dissatisfied', reason: plan.outcome === 'beyond-law' ? 'beyond-law' : 'done-badly' })
  if (plan.outcome === 'beyond-law') return isClosedLawfully(teller, '依照有关规定，答复合法合规。')
  await does(teller, 'follow-up', 'redo', { reason: 'done-badly', instruction: '请再到现场。' }, 'redo-ordered')
  waivesAll(life, town.now())
  life.round += 1
  starts(life, `redo-${life.round}`, town.now())
  starts(life, `requester-${life.round}`, town.now())
  yield* replied(teller)
}

/** 13-2: nobody answers; reminded once, and three days later the centre checks and closes. */
async function* silent(teller: Teller): Told {
  yield* untilAsked(teller)
  yield { due: 'reminder-1', seconds: -1 }
  yield { due: 'reminder-1', seconds: 0 }
  yield { due: 'no-answer-1', seconds: -1 }
  yield { due: 'no-answer-1', seconds: 0 }
  yield soon(teller.chance, 30)
  await isClosedLawfully(teller, null)
}

const withdraws = (teller: Teller): Promise<void> =>
  teller.plan.door === 'web'
    ? citizenDoes(teller, 'withdraw', { reason: '问题已经解决' }, 'withdrawal-requested')
    : does(teller, 'seat', 'withdraw', { reason: '来电说不用办了' }, 'withdrawal-requested')

async function* withdrawn(teller: Teller): Told {
  const { plan, chance, town, life } = teller
  yield soon(chance, 20)
  await withdraws(teller)
  if (plan.outcome === 'withdraw-unseen' || plan.outcome === 'withdraw-accepted') return closes(life, town.now())
  yield soon(chance, 20)
  const confirmed = plan.outcome !== 'withdraw-refused'
  await does(teller, 'dispatcher', 'confirm-withdrawal', confirmed ? { confirmed } : { confirmed, reason: '涉及他人，继续办理' })
  if (plan.outcome === 'withdraw-handled') return closes(life, town.now())
  life.types.push(confirmed ? 'requester-left' : 'withdrawal-refused')
  life.hasLeft = confirmed
  if (confirmed) waives(life, town.now(), 'requester')
}

async function* endedWith(teller: Teller): Told {
  const { plan, chance, life } = teller
  if (plan.outcome === 'redo' || plan.outcome === 'beyond-law') yield* redone(teller)
  if (life.types.at(-1) === 'closed') return
  if (plan.outcome === 'silence') return yield* silent(teller)
  yield* untilAsked(teller)
  if (life.hasLeft) return isClosedLawfully(teller, '查实后依法处理。')
  if (plan.outcome === 'unreachable') {
    await isAskedByPerson(teller, { outcome: 'unreachable' })
    yield { hours: 4 }
    await isAskedByPerson(teller, { outcome: 'unreachable' })
    return isClosedLawfully(teller, null)
  }
  if (plan.outcome === 'page' || plan.reach === 'none') return ratesOnPage(teller, chance.pick(['satisfied', 'basically-satisfied']))
  if (plan.reach === 'landline') return isAskedByPerson(teller, { outcome: chance.pick(['satisfied', 'basically-satisfied']) })
  await ratesBySms(teller, chance.pick(['1', '2', '11', '满意', '基本满意']), 'satisfied')
}

async function* wholeStory(teller: Teller): Told {
  const { plan, chance } = teller
  if (plan.outcome.startsWith('decline-')) return yield* declined(teller)
  if (plan.outcome === 'answer') return yield* answered(teller)
  yield* accepted(teller)
  if (plan.outcome === 'withdraw-unseen') return yield* withdrawn(teller)
  if (plan.outcome === 'facts' && plan.door === 'web') {
    yield soon(chance, 1)
    await citizenDoes(teller, 'facts', { content: '补充：今天又发生一次。' }, 'facts-added')
  }
  yield* dispatched(teller)
  if (plan.outcome === 'withdraw-accepted') return yield* withdrawn(teller)
  yield* reportedUrgently(teller)
  yield* correctedLate(teller)
  if (plan.outcome.startsWith('withdraw-')) yield* withdrawn(teller)
  if (plan.outcome === 'withdraw-handled') return
  yield* replied(teller)
  yield* endedWith(teller)
}

export type Telling = Story & { readonly teller: Teller }
export const storyOf = (town: Town, chance: Chance, plan: Plan): Telling => {
  const { kind, subject } = plan.message
  const life = newLife(plan.reach, { kind, subject })
  const teller: Teller = { town, chance, plan, life, orderId: '', number: '', queryCode: '' }
  return { beginsAt: plan.at, life, teller, told: wholeStory(teller) }
}
