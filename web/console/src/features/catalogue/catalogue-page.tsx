import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { todayOn } from '@open12345/ui/time-text.ts'
import { useMay } from '../../api/session.ts'
import { useFocusAfter } from '../../parts/use-focus.ts'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { Changes, Concerning } from './changes.tsx'
import { Counties } from './counties.tsx'
import { Doubts } from './doubts.tsx'
import { Entries } from './entries.tsx'
import { Findings } from './findings.tsx'
import { EntryHistory } from './history.tsx'
import { ProposalForm } from './proposal-form.tsx'
import { useChanges, useCatalogue, useCataloguePlace, useConcerning, useFindings, type Draft } from './use-catalogue.ts'
import './catalogue.css'

const said = words({
  title: ['派单目录', 'Catalogue'],
  note: [
    '哪个事项在哪里由谁承办、依据哪一条、谁什么时候定的（第十一条（二））。',
    'Who handles which subject where, by which law, and who said so when (article 11 (2)).',
  ],
  tabs: ['派单目录的各部分', 'Parts of the catalogue'],
  entries: ['目录', 'Entries'],
  counties: ['县市对照', 'By county'],
  doubts: ['空缺和疑点', 'Holes and doubts'],
  changes: ['变更', 'Changes'],
  findings: ['目录似乎有误', 'Seems wrong'],
  concerning: ['涉及本单位', 'Concerns us'],
  propose: ['提出变更', 'Propose a change'],
  export: ['导出 CSV', 'Export CSV'],
})

const parts = ['entries', 'counties', 'doubts', 'changes', 'findings', 'concerning'] as const
type Part = (typeof parts)[number]
const handles = ['order.sign', 'order.draft', 'order.approve'] as const

const useParts = () => {
  const may = useMay()
  const proposes = may('catalogue.propose')
  const isUnit = !proposes && handles.some(may)
  const mine = parts.filter((part) => {
    if (part === 'changes' || part === 'findings') return proposes
    return part !== 'concerning' || isUnit
  })
  const open = useChanges(proposes).data?.items.filter(({ state }) => state === 'open').length ?? 0
  const wrong = useFindings(proposes).data?.items.filter(({ dismissed }) => dismissed === null || dismissed.again).length ?? 0
  const ours = useConcerning(isUnit).data?.items.length ?? 0
  const counts: Partial<Readonly<Record<Part, number>>> = { changes: open, findings: wrong, concerning: ours }
  return { mine, counts, proposes }
}

type ShownProps = { readonly part: Part; readonly onPropose: (draft: Draft) => void }
const Shown = ({ part, onPropose }: ShownProps): ReactElement => {
  switch (part) {
    case 'entries':
      return <Entries />
    case 'counties':
      return <Counties />
    case 'doubts':
      return <Doubts />
    case 'changes':
      return <Changes />
    case 'findings':
      return <Findings onPropose={onPropose} />
    case 'concerning':
      return <Concerning />
  }
}

/** 第十一条（二） 派单目录. @clause 11-2 */
export const CataloguePage = (): ReactElement => {
  const text = useWords(said)
  const { tab, county, township } = useCataloguePlace()
  const placeCode = township ?? county
  const { mine, counts, proposes } = useParts()
  const current = mine.find((part) => part === tab) ?? 'entries'
  const [drafts, setDrafts] = useState<{ readonly draft: Draft; readonly turn: number } | null>(null)
  const button = useFocusAfter<HTMLButtonElement>(drafts !== null)
  const today = useCatalogue().data?.today ?? todayOn()
  const begin = (draft: Draft): void => {
    setDrafts({ draft, turn: (drafts?.turn ?? 0) + 1 })
    window.scrollTo({ top: 0 })
  }
  return (
    <div className="page catalogue">
      <div className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
        <span className="catalogue-tools">
          <a href="/api/v1/catalogue/export">{text.export}</a>
          {proposes ? (
            <Button ref={button} type="primary" onClick={() => begin({ kind: 'set', ...(placeCode === undefined ? {} : { placeCode }) })}>
              {text.propose}
            </Button>
          ) : null}
        </span>
      </div>
      <DeskTabs
        label={text.tabs}
        current={current}
        tabs={mine.map((key) => ({ key, name: text[key], count: counts[key] ? String(counts[key]) : '' }))}
      />
      {drafts === null ? null : <ProposalForm key={drafts.turn} draft={drafts.draft} today={today} onDone={() => setDrafts(null)} />}
      <Shown part={current} onPropose={begin} />
      <EntryHistory onPropose={begin} />
    </div>
  )
}
