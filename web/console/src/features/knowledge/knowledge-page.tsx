import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { ToReview, Writing } from './drafts.tsx'
import { Conflicts } from './conflicts.tsx'
import { Gaps } from './gaps.tsx'
import { Exchange } from './import.tsx'
import { DueItems, Items } from './items.tsx'
import { Reports } from './reports.tsx'
import { Requests } from './requests.tsx'
import { useDrafts, useReports, useRequests } from './use-knowledge.ts'
import './knowledge.css'

const said = words({
  title: ['知识库', 'Knowledge base'],
  note: [
    '谁提供、谁负责、谁更新；提供单位和热线中心都审核过才发布（第十五条至第十七条）。',
    'Who provides an item is responsible for it; its owner and the centre both agree before it is published (articles 15 to 17).',
  ],
  tabs: ['知识库的各部分', 'Parts of the knowledge base'],
  told: ['已发布', 'Published'],
  review: ['待我审核', 'To review'],
  writing: ['草稿与退回', 'Drafts'],
  reports: ['纠错', 'Error reports'],
  due: ['临近复核', 'Review due'],
  exchange: ['导入导出', 'Import and export'],
  conflicts: ['可能矛盾', 'Contradictions'],
  gaps: ['没有答案', 'Not found'],
  requests: ['请单位提供', 'Asked for'],
})

const parts = {
  told: Items,
  review: ToReview,
  writing: Writing,
  reports: Reports,
  due: DueItems,
  gaps: Gaps,
  requests: Requests,
  exchange: Exchange,
  conflicts: Conflicts,
} as const
type Part = keyof typeof parts
/** Who has something to do in a part finds it. */
const opens: Readonly<Record<Part, readonly string[]>> = {
  told: ['knowledge.read'],
  review: ['knowledge.vouch', 'knowledge.publish'],
  writing: ['knowledge.write'],
  reports: ['knowledge.read-reports'],
  due: ['knowledge.vouch', 'knowledge.write', 'knowledge.publish'],
  exchange: ['knowledge.write', 'knowledge.export'],
  conflicts: ['knowledge.publish'],
  gaps: ['knowledge.publish'],
  requests: ['knowledge.read-reports'],
}

/** How much waits in a part; nothing where it is not this person's. */
const useCounts = (mine: readonly Part[]): Partial<Readonly<Record<Part, number>>> => {
  const [toReview, open] = [useDrafts('to-review', mine.includes('review')).data, useReports('open', mine.includes('reports')).data]
  const requests = useRequests('open', mine.includes('requests')).data
  return { review: toReview?.items.length ?? 0, reports: open?.items.length ?? 0, requests: requests?.items.length ?? 0 }
}

/** 第五章 知识库. @clause 15 */
export const KnowledgePage = (): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const { tab } = useDeskPlace()
  const mine = (Object.keys(parts) as Part[]).filter((part) => opens[part].some(may))
  const current = mine.find((part) => part === tab) ?? 'told'
  const counts = useCounts(mine)
  const Shown = parts[current]
  return (
    <div className="page knowledge-base">
      <div className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
      </div>
      <DeskTabs
        label={text.tabs}
        current={current}
        tabs={mine.map((key) => ({ key, name: text[key], count: counts[key] ? String(counts[key]) : '' }))}
      />
      <Shown />
    </div>
  )
}
