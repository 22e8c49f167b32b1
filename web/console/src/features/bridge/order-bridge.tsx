import type { BridgeView } from '@open12345/contract/bridge'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { isToBeToldAgain, useTold } from '../answer/use-answers.ts'
import './bridge.css'

const said = words({
  title: ['接通诉求人', 'Call the requester'],
  note: ['先响您的话机，再响诉求人；双方都不显示对方号码。', 'Your set rings first, then theirs; neither side sees a number.'],
  purpose: ['通话用途', 'Purpose of the call'],
  call: ['接通', 'Call'],
  hangUp: ['挂断', 'Hang up'],
})
const purposeWords = words({
  'ask-facts': ['核实情况', 'Ask about the facts'],
  'arrange-visit': ['约定上门', 'Arrange a visit'],
  'tell-progress': ['告知进展', 'Tell how far it is'],
  'give-reply': ['答复', 'Give the reply'],
  'follow-up': ['回访', 'Follow up'],
  'tell-again': ['更正告知', 'Tell them what has changed'],
})
const stateWords = words({
  calling: ['您的话机正在响铃', 'Your set is ringing'],
  ringing: ['正在呼叫诉求人', 'Calling the requester'],
  talking: ['正在通话', 'Talking'],
  ended: ['已通话', 'Talked'],
  refused: ['拒接或占线', 'Busy or refused'],
  'no-answer': ['无人接听', 'No answer'],
  cancelled: ['已取消', 'Cancelled'],
  unreachable: ['无法接通', 'Not reached'],
  unknown: ['结果不明', 'Outcome unknown'],
})

const ownKey = (orderId: string) => [...keys.contacts, 'bridges', orderId]
type Purpose = BridgeView['purpose']

const useRefreshed = (orderId: string): (() => void) => {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: ownKey(orderId) })
}

const Running = ({ bridge }: { readonly bridge: BridgeView }): ReactElement => {
  const text = useWords(said)
  const states = useWords(stateWords)
  const end = useCommand(
    (_: null, { idempotencyKey }) => api.endBridge({ params: { bridgeId: bridge.bridgeId }, idempotencyKey }),
    useRefreshed(bridge.orderId),
  )
  return (
    <div className="bridge-running">
      <p role="status">
        <strong>{states[bridge.state]}</strong> {bridge.isOwn ? null : <span className="soft">{bridge.by}</span>}
      </p>
      {bridge.isOwn ? (
        <Button danger loading={end.isPending} onClick={() => end.mutate(null)}>
          {text.hangUp}
        </Button>
      ) : null}
      <ProblemNote error={end.error} />
    </div>
  )
}

const Start = ({ orderId, first }: { readonly orderId: string; readonly first: Purpose }): ReactElement => {
  const text = useWords(said)
  const purposes = useWords(purposeWords)
  const [chosen, setChosen] = useState<Purpose>()
  const purpose = chosen ?? first
  const call = useCommand(
    (asked: Purpose, { idempotencyKey }) => api.callRequester({ params: { orderId }, body: { purpose: asked }, idempotencyKey }),
    useRefreshed(orderId),
  )
  return (
    <>
      <p className="form-note">{text.note}</p>
      <div className="bridge-start">
        <Select
          aria-label={text.purpose}
          value={purpose}
          onChange={setChosen}
          options={Object.entries(purposes).map(([value, label]) => ({ value: value as Purpose, label }))}
        />
        <Button loading={call.isPending} onClick={() => call.mutate(purpose)}>
          {text.call}
        </Button>
      </div>
      <ProblemNote error={call.error} />
    </>
  )
}

const Past = ({ bridges }: { readonly bridges: readonly BridgeView[] }): ReactElement => {
  const language = useLanguage()
  const states = useWords(stateWords)
  const purposes = useWords(purposeWords)
  return (
    <ul className="plain-rows bridge-past">
      {bridges.map(({ bridgeId, at, by, state, purpose }) => (
        <li key={bridgeId}>
          <div>
            <time className="digits" dateTime={at}>
              {instantText(at, language)}
            </time>{' '}
            {by} <span className="tag">{states[state]}</span> <span className="soft">{purposes[purpose]}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

const Bridges = ({ orderId, first }: { readonly orderId: string; readonly first: Purpose }): ReactElement | null => {
  const text = useWords(said)
  const asked = useQuery({
    queryKey: ownKey(orderId),
    queryFn: ({ signal }) => api.listBridges({ params: { orderId }, signal }),
    // The live line tells whoever called; a colleague's page looks by itself while somebody talks.
    refetchInterval: ({ state }) => (state.data?.items.some(({ isRunning }) => isRunning) === true ? 5000 : false),
  })
  if (asked.data === undefined) return null
  const { items, whyNot } = asked.data
  const running = items.find(({ isRunning }) => isRunning)
  const past = items.filter(({ isRunning }) => !isRunning).slice(0, 5)
  const now =
    running !== undefined ? (
      <Running bridge={running} />
    ) : whyNot === null ? (
      <Start orderId={orderId} first={first} />
    ) : (
      <p className="soft">{whyNot}</p>
    )
  return (
    <section className="sheet" aria-label={text.title}>
      <h3>{text.title}</h3>
      {now}
      {past.length === 0 ? null : <Past bridges={past} />}
    </section>
  )
}

/** Speaks with whoever asks, without a number on either side. @clause 20c */
export const OrderBridge = ({ orderId }: { readonly orderId: string }): ReactElement | null => {
  const may = useMay()
  const told = useTold(orderId).data?.items ?? []
  const usual: Purpose = may('order.follow-up') ? 'follow-up' : 'ask-facts'
  const first: Purpose = may('order.tell-again') && told.some(isToBeToldAgain) ? 'tell-again' : usual
  return may('order.bridge') ? <Bridges orderId={orderId} first={first} /> : null
}
