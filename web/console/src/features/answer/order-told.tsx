import type { ToldItem } from '@open12345/contract/answer'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { answerWords, outcomeWords } from './answer-words.ts'
import { useTold } from './use-answers.ts'
import { VersionChange } from './version-change.tsx'

const said = words({ title: ['告知过的内容', 'What they were told'], settle: ['登记更正告知', 'Note what became of telling them again'] })

const outcomes = ['told', 'not-reached', 'not-needed'] as const
type Outcome = (typeof outcomes)[number]

const Settle = ({ orderId, item: { itemId, version } }: { readonly orderId: string; readonly item: ToldItem }): ReactElement => {
  const text = useWords(said)
  const names = useWords(outcomeWords)
  const queries = useQueryClient()
  const settle = useCommand(
    (outcome: Outcome, { idempotencyKey }) => api.tellAgain({ params: { orderId, itemId, version }, body: { outcome }, idempotencyKey }),
    async () => {
      for (const queryKey of [keys.told(orderId), keys.tellings, keys.contacts]) await queries.invalidateQueries({ queryKey })
    },
  )
  return (
    <>
      <div className="knowledge-steps" role="group" aria-label={text.settle}>
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

const isOpen = ({ version, currentVersion, outcome }: ToldItem): boolean =>
  version !== currentVersion && (outcome === null || outcome === 'not-reached')

/** 第十六条、第十七条: which words of the knowledge base the requester was told, and whether they still hold. */
export const OrderTold = ({ orderId }: { readonly orderId: string }): ReactElement | null => {
  const text = useWords(said)
  const how = useWords(answerWords)
  const names = useWords(outcomeWords)
  const language = useLanguage()
  const may = useMay()
  const items = useTold(orderId).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="sheet" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ul className="plain-rows">
        {items.map((item) => (
          <li key={`${item.itemId} ${item.version}`}>
            <div>
              <VersionChange {...item} toldVersion={item.version} />{' '}
              <span className="soft">
                {how[item.how]} · <time dateTime={item.toldAt}>{instantText(item.toldAt, language)}</time>
                {item.outcome === null ? null : ` · ${names[item.outcome]}`}
              </span>
              {isOpen(item) && may('order.tell-again') ? <Settle orderId={orderId} item={item} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
