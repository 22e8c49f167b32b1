import type { TopicView } from '@open12345/contract/topic'
import { useEffect, useRef, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { Answered, Nothing } from '../../parts/states.tsx'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { TopicCard } from './topic-card.tsx'
import { useTopics, type TopicList } from './use-topics.ts'
import '../incident/incident.css'
import './topic.css'

const said = words({
  title: ['热点', 'Topics'],
  note: [
    '受理的工单按正文和地点自动归并：两件以上说同一件事的列在这里。举报、保密的不在其中；只数您看得到的工单。',
    'Accepted orders are grouped by their words and place: what two or more tell stands here. Nothing reported or confidential is among them; only orders that you may see are counted.',
  ],
  tabs: ['热点的列表', 'Lists of topics'],
  hot: ['按热度', 'Hottest'],
  warned: ['待处置的预警', 'Open warnings'],
  decided: ['已处置的预警', 'Warnings dealt with'],
  noneHot: ['还没有两件以上说同一件事的工单。', 'No two orders tell of the same thing yet.'],
  noneWarned: ['现在没有待处置的预警。', 'No warning is open.'],
  noneDecided: ['还没有处置过的预警。', 'No warning was dealt with yet.'],
})

const lists = ['hot', 'warned', 'decided'] as const
const nothing = { hot: 'noneHot', warned: 'noneWarned', decided: 'noneDecided' } as const

type ListProps = { readonly list: TopicList; readonly topics: readonly TopicView[]; readonly latelyDays: number }
const List = ({ list, topics, latelyDays }: ListProps): ReactElement => {
  const text = useWords(said)
  const frame = useRef<HTMLDivElement>(null)
  const count = useRef(topics.length)
  // A warning that was decided leaves the list, and the button that was pressed goes with it.
  useEffect(() => {
    if (topics.length < count.current && document.activeElement === document.body) frame.current?.focus()
    count.current = topics.length
  }, [topics.length])
  return (
    <div ref={frame} tabIndex={-1}>
      {topics.length === 0 ? (
        <Nothing>{text[nothing[list]]}</Nothing>
      ) : (
        <ol className="topic-list" aria-label={text[list]}>
          {topics.map((topic) => (
            <TopicCard key={topic.topicId} topic={topic} latelyDays={latelyDays} />
          ))}
        </ol>
      )}
    </div>
  )
}

/** 第十九条 热点和预警. @clause 19a */
export const TopicsPage = (): ReactElement => {
  const text = useWords(said)
  const { tab } = useDeskPlace()
  const list: TopicList = lists.find((one) => one === tab) ?? 'hot'
  const asked = useTopics(list)
  const warned = useTopics('warned').data?.items.length ?? 0
  return (
    <div className="page incidents topics">
      <h1>{text.title}</h1>
      <p className="soft">{text.note}</p>
      <div className="incident-tabs">
        <DeskTabs
          label={text.tabs}
          current={list}
          tabs={lists.map((key) => ({ key, name: text[key], ...(key === 'warned' && warned > 0 ? { count: String(warned) } : {}) }))}
        />
      </div>
      <Answered asked={asked} rows={8}>
        {({ items, latelyDays }) => <List key={list} list={list} topics={items} latelyDays={latelyDays} />}
      </Answered>
    </div>
  )
}
