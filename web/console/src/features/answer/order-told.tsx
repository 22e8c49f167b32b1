import type { ToldItem } from '@open12345/contract/answer'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef, type ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { answerWords, outcomeWords } from './answer-words.ts'
import { isToBeToldAgain, useTold } from './use-answers.ts'
import { VersionChange } from './version-change.tsx'
import { WhatChanged } from './what-changed.tsx'
import './answer.css'

const said = words({
  title: ['告知过的内容', 'What they were told'],
  settle: ['登记更正告知', 'Note what became of telling them again'],
  done: ['已登记', 'Noted'],
})

const outcomes = ['told', 'not-reached', 'not-needed'] as const
type Outcome = (typeof outcomes)[number]

type SettleProps = { readonly orderId: string; readonly item: ToldItem; readonly onSettled: () => void }
const Settle = ({ orderId, item: { itemId, version }, onSettled }: SettleProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(outcomeWords)
  const queries = useQueryClient()
  const { message } = App.useApp()
  const settle = useCommand(
    (outcome: Outcome, { idempotencyKey }) => api.tellAgain({ params: { orderId, itemId, version }, body: { outcome }, idempotencyKey }),
    async () => {
      for (const queryKey of [keys.told(orderId), keys.tellings, keys.contacts]) await queries.invalidateQueries({ queryKey })
      void message.success(text.done)
      onSettled()
    },
  )
  return (
    <>
      <div className="telling-steps" role="group" aria-label={text.settle}>
        {outcomes.map((outcome) => (
          <Button key={outcome} size="small" disabled={settle.isPending} onClick={() => settle.mutate(outcome)}>
            {names[outcome]}
          </Button>
        ))}
      </div>
      <ProblemNote error={settle.error} />
    </>
  )
}

/** 第十六条、第十七条: which words of the knowledge base the requester was told, and whether they still hold. */
export const OrderTold = ({ orderId }: { readonly orderId: string }): ReactElement | null => {
  const text = useWords(said)
  const how = useWords(answerWords)
  const names = useWords(outcomeWords)
  const language = useLanguage()
  const may = useMay()
  const here = useRef<HTMLElement>(null)
  const items = useTold(orderId).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section ref={here} tabIndex={-1} className="sheet" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ul className="plain-rows">
        {items.map((item) => (
          <li key={`${item.itemId} ${item.version}`}>
            <div className="told-item">
              <p className="telling-head">
                <VersionChange {...item} toldVersion={item.version} />
              </p>
              <p className="soft">
                {how[item.how]} · <time dateTime={item.toldAt}>{instantText(item.toldAt, language)}</time>
                {item.outcome === null ? null : ` · ${names[item.outcome]}`}
              </p>
              {isToBeToldAgain(item) && may('order.tell-again') ? (
                <>
                  <WhatChanged itemId={item.itemId} toldVersion={item.version} />
                  <Settle orderId={orderId} item={item} onSettled={() => here.current?.focus()} />
                </>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
