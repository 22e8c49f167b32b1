import { dissatisfactionReasonLabels } from '@open12345/contract/vocabulary'
import type { OrderView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { clauseText } from '../../../parts/clause.ts'
import { isNoted } from '../parts-of-order.ts'
import { Point, useFacts, wordsOf } from './point.tsx'

const said = words({
  title: ['回访与办结', 'Follow-up and end'],
  tried: ['已回访 {count} 次无人应答：{times}', 'Tried {count} times, nobody answered: {times}'],
  again: ['还须再试', 'Try again'],
  owes: [
    '回访确认“{reason}”：等承办单位向诉求人解释并记录，再备注办结',
    'Follow-up confirmed “{reason}”: the unit explains first, then it is closed with a note',
  ],
  explained: ['承办单位已向诉求人解释（{reason}），可以备注办结', 'The unit has explained ({reason}); it may be closed with a note'],
  disputed: ['{unit}对评价提出异议，等待热线中心甄别', '{unit} disputes the rating; the centre has to screen it'],
  out: ['甄别：{unit}的异议成立，评价从考核满意度中剔除，仍计入原始满意度', 'Screened out: counts in the raw rate only ({unit})'],
  stands: ['甄别：{unit}的异议不成立，评价有效', 'Screened: the rating stands ({unit})'],
  terminating: ['{by}认定终结办理，等待热线中心核查', '{by} determines a termination; the centre has to check it'],
  notTerminated: ['热线中心不同意终结办理，继续办理', 'The centre refused the termination; it is handled on'],
  grounds: ['理由', 'Grounds'],
  decision: ['甄别', 'Decision'],
  opinion: ['意见', 'Opinion'],
})

type Props = { readonly order: OrderView }

/** 13-2: nobody is taken as not answering after one call; the server says whether that was enough. */
const Tried = ({ order: { followUp, allowed } }: Props): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  if (followUp === null || followUp.triedAt.length === 0) return null
  const again = allowed.find(({ refusal }) => refusal?.code === 'close.try-again')?.refusal ?? undefined
  const times = followUp.triedAt.map((at) => instantText(at, language)).join(language === 'en' ? ', ' : '、')
  return (
    <Point
      tone={again === undefined ? 'says' : 'waits'}
      title={fill(text.tried, { count: followUp.triedAt.length, times })}
      mark={again === undefined ? undefined : text.again}
      facts={[]}
      {...(again === undefined ? {} : { next: `${again.title}（${clauseText(again.clause ?? '13-2')}）` })}
    />
  )
}

const Noted = ({ order }: Props): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const facts = useFacts()
  const { followUp, timeline } = order
  if (followUp?.confirmedReason == null || !isNoted(followUp)) return null
  const reason = label(dissatisfactionReasonLabels[followUp.confirmedReason])
  if (!followUp.isExplained)
    return <Point tone="waits" title={fill(text.owes, { reason })} facts={facts(wordsOf(timeline, ['followed-up']))} />
  return <Point tone="says" title={fill(text.explained, { reason })} facts={facts(wordsOf(timeline, ['explained']))} />
}

const Disputed = ({ order: { dispute, timeline } }: Props): ReactElement | null => {
  const text = useWords(said)
  if (dispute === null) return null
  const { unitName: unit, grounds, decision } = dispute
  if (decision === null) return <Point tone="waits" title={fill(text.disputed, { unit })} facts={[[text.grounds, grounds]]} />
  const why = wordsOf(timeline, ['rating-screened'])[0]?.text
  return (
    <Point
      tone="says"
      title={fill(text[decision], { unit })}
      facts={[[text.grounds, grounds], ...(why === undefined ? [] : [[text.decision, why] as const])]}
    />
  )
}

const Terminating = ({ order: { pendingTermination, timeline } }: Props): ReactElement => {
  const text = useWords(said)
  const facts = useFacts()
  if (pendingTermination === null)
    return <Point tone="says" title={text.notTerminated} facts={facts(wordsOf(timeline, ['termination-refused']))} />
  const { opinion, by } = pendingTermination
  return <Point tone="waits" title={fill(text.terminating, { by })} facts={[[text.opinion, opinion]]} />
}

const wasRefused = ({ status, timeline }: OrderView): boolean =>
  status === 'in-hand' && timeline.some(({ type }) => type === 'termination-refused')
const isTried = ({ status, followUp }: OrderView): boolean => status === 'awaiting-follow-up' && (followUp?.triedAt.length ?? 0) > 0
const isToBeNoted = ({ status, followUp }: OrderView): boolean => status === 'awaiting-follow-up' && isNoted(followUp)

/** How the order is about to end, and what may follow its end. */
export const OrderEnding = ({ order }: Props): ReactElement | null => {
  const text = useWords(said)
  const [tried, noted, disputed] = [isTried(order), isToBeNoted(order), order.dispute !== null]
  const terminating = order.pendingTermination !== null || wasRefused(order)
  if (!tried && !noted && !disputed && !terminating) return null
  return (
    <ul className="points" aria-label={text.title}>
      {tried ? <Tried order={order} /> : null}
      {noted ? <Noted order={order} /> : null}
      {terminating ? <Terminating order={order} /> : null}
      {disputed ? <Disputed order={order} /> : null}
    </ul>
  )
}
