import { contactRoutes } from '@open12345/contract/contact'
import { workOrderRoutes, type recordBody } from '@open12345/contract/work-order'
import type { Decision } from '@open12345/domain/kernel'
import type { z } from 'zod'
import { fileRequest, trackedOrder } from '../../request/index.ts'
import { askAt } from '../town.ts'
import { instantOf, later, takeTurn, wrote, type Story, type Told } from '../story.ts'
import { declineWords, directAnswer } from '../words/centre.ts'

const must = <T>(decision: Decision<T>, what: string): T => {
  if (!decision.ok) throw new Error(`${what}: ${decision.refusal.code}`)
  return decision.value
}

const pass = (story: Story, seconds: number): void => takeTurn(story, story.turn, Math.round(story.turn.at + seconds * 1000))

/** A call rings at the seat, is answered, and closed when all is written down. */
const inCall = (story: Story, work: (contactId: string) => Promise<void>): Promise<void> => {
  const { town, matter, chance } = story
  const actor = town.person(matter.seat)
  const at = (): { app: Story['turn']['app']; at: Temporal.Instant; actor: typeof actor } => ({
    app: story.turn.app,
    at: instantOf(story.turn.at),
    actor,
  })
  return town.atSeat(matter.seat, async () => {
    const from = matter.citizen.phone ?? ''
    const { contactId } = must(await askAt(town, { ...at(), to: contactRoutes.simulateCall, body: { from } }), 'a call')
    const params = { contactId }
    pass(story, chance.between(3, 14))
    must(await askAt(town, { ...at(), to: contactRoutes.answerContact, params }), 'answering')
    pass(story, chance.between(90, 420))
    await work(contactId)
    pass(story, chance.between(2, 30))
    must(await askAt(town, { ...at(), to: contactRoutes.hangUpContact, params }), 'hanging up')
    pass(story, chance.between(5, 60))
    must(await askAt(town, { ...at(), to: contactRoutes.finishContact, params }), 'finishing')
  })
}

export const acceptedAs = ({ matter }: Story) => ({
  kind: matter.kind,
  subject: matter.subject,
  place: matter.place,
  urgency: matter.course.step === 'handle' ? matter.course.urgency : ('ordinary' as const),
  confidential: matter.confidential || matter.kind === 'report',
  relations: {
    respondentUnitId: matter.kind === 'report' ? null : matter.about,
    respondentAccountId: null,
    accusedUnitId: matter.kind === 'report' ? matter.about : null,
    accusedAccountId: null,
  },
})

type Body = z.input<typeof recordBody>
type Outcome = NonNullable<Body['outcome']>

/** What the seat makes of it while the caller is on the line; null leaves it for a colleague. */
const outcomeOf = (story: Story): Outcome | null => {
  const { matter } = story
  const { course } = matter
  if (matter.rest === 'to-accept' || matter.detour?.what === 'verify') return null
  if (course.step === 'handle') return { step: 'accept', with: acceptedAs(story) }
  if (course.step === 'answer') return { step: 'answer', with: { kind: matter.kind, answer: directAnswer(matter) } }
  const { ground, lawfulChannel, alsoOurs } = course
  const also = alsoOurs ? { ...acceptedAs(story), urgency: 'emergency' as const } : null
  return {
    step: 'decline',
    with: { ground, lawfulChannel, explanation: declineWords(ground), also },
    clarified: ground === '9-5' ? { outcome: 'reached', note: '两次询问，来电人仍未说明具体诉求。' } : null,
  }
}

const recordedAs = ({ matter }: Story, contactId: string, outcome: Outcome | null): Body => ({
  contactId,
  requester: { name: matter.anonymous ? null : matter.citizen.name, anonymous: matter.anonymous },
  kind: matter.kind,
  subject: matter.subject,
  place: matter.place,
  addressDetail: matter.addressDetail,
  content: matter.content,
  outcome,
})

async function* calls(story: Story): Told {
  await inCall(story, async (contactId) => {
    const { town, turn, matter } = story
    const body = recordedAs(story, contactId, outcomeOf(story))
    const ask = { app: turn.app, at: instantOf(turn.at), actor: town.person(matter.seat) }
    const done = await askAt(town, { ...ask, to: workOrderRoutes.recordOrder, body: body })
    wrote(story, `record-${matter.course.step}`, done)
    const order = must(done, 'recording')
    story.orderId = order.orderId
    story.stage = order.stage
  })
  yield story.turn.at
}

async function* files(story: Story): Told {
  const { turn, matter } = story
  const { kind, subject, place, addressDetail, content, anonymous, confidential, about, citizen } = matter
  const filed = await fileRequest(
    turn.app,
    {
      kind,
      subject,
      place,
      addressDetail,
      content,
      anonymous,
      confidential,
      aboutUnitId: about,
      told: [],
      files: [],
      name: anonymous ? null : citizen.name,
      phone: citizen.phone,
    },
    { at: instantOf(turn.at), idempotencyKey: undefined, digest: Buffer.alloc(0), language: 'zh', route: 'simulation' },
  )
  story.orderId = trackedOrder(turn.app, must(filed, 'filing').token)?.orderId ?? ''
  story.stage = 'to-accept'
  wrote(story, 'file', { ok: true, value: { stage: 'to-accept' } })
  yield later(story, 4, 45)
}

/** By telephone or on the web site, as 第二条 has it. */
export const arrives = (story: Story): Told => (story.matter.door === 'phone' ? calls(story) : files(story))
