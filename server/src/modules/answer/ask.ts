import { answerRoutes as routes, type AnswerView, type Quotation } from '@open12345/contract/answer'
import type { FoundKnowledge } from '@open12345/contract/knowledge'
import { judge, quoted, type Verdict } from '@open12345/domain/answer'
import { accept } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { searchKnowledge } from '../knowledge/index.ts'

export type Asked = {
  readonly text: string
  /** What was asked before, where this may follow it up. */
  readonly after?: string | undefined
  /** County or township of whoever asks. */
  readonly region?: string | undefined
}

const [mostListed, mostJudged, longest] = [20, 6, 200]

type Found = { readonly asked: string; readonly hits: readonly FoundKnowledge[] }
type Search = { readonly alone: Found; readonly meant: Found }

/** A follow-up is read by itself and behind what was asked before; what search is surer of is what was meant. */
const searched = async (tx: Tx, { text, after, region }: Asked, on: Temporal.PlainDate): Promise<Search> => {
  const find = async (asked: string, most: number): Promise<Found> => ({
    asked,
    hits: await searchKnowledge(tx, { text: asked, on, place: region, most }),
  })
  const alone = await find(text, mostListed)
  if (after === undefined || after === text) return { alone, meant: alone }
  const together = await find(`${after} ${text}`.slice(-longest), mostJudged)
  return { alone, meant: (alone.hits[0]?.confidence ?? 0) > (together.hits[0]?.confidence ?? 0) ? alone : together }
}

const quotationOf = ({ passage, body, ...item }: FoundKnowledge): Quotation => {
  const { itemId, version, title, unitName, source, validFrom, regionName } = item
  const { text, isWhole } = quoted(body, passage)
  return { itemId, version, title, passage: text, isWhole, unitName, source, validFrom, regionName }
}

type Judged = Verdict<FoundKnowledge>
/** What holds in one county is no answer for somebody of whom nobody knows where they live: they are asked. */
const forSomebodySomewhere = (verdict: Judged, region: string | undefined): Judged =>
  verdict.kind === 'answered' && verdict.by.region !== null && region === undefined ? { kind: 'which', choices: [verdict.by] } : verdict

const toQuote = (verdict: Judged): readonly FoundKnowledge[] =>
  verdict.kind === 'answered' ? [verdict.by] : verdict.kind === 'which' ? verdict.choices : verdict.near

type Told = {
  readonly answer: AnswerView
  /** How sure search is of the best that it found for what was meant. */
  readonly confidence: number
  /** What the words asked find by themselves, best first. */
  readonly items: readonly FoundKnowledge[]
}

/** 第十七条 智能应答: published items in force, in their own words; or that there is no answer. @clause 17b */
export const answerTo = async (app: App, question: Asked, at: Temporal.Instant): Promise<Told> => {
  const on = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const { alone, meant } = await asActor(app.database, nobody(app.config.authorityId), (tx) => searched(tx, question, on))
  const verdict = forSomebodySomewhere(judge(meant.hits.slice(0, mostJudged)), question.region)
  const answer = { verdict: verdict.kind, asked: meant.asked, quotations: toQuote(verdict).map(quotationOf) }
  return { answer, confidence: meant.hits[0]?.confidence ?? 0, items: alone.hits }
}

export const askEndpoints: readonly Endpoint[] = [
  mount(routes.ask, async ({ query, at }, app) => accept((await answerTo(app, query, at)).answer)),
]
