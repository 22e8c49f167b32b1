import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay, useSession } from '../../api/session.ts'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { ExplainForm } from './explain-form.tsx'
import { Notices } from './notices.tsx'
import { Packs } from './packs.tsx'
import { WhatIf } from './what-if.tsx'
import { YearCalendar } from './year-calendar.tsx'
import '../work-order/panel/order.css'
import '../work-order/search.css'
import './clock.css'

const said = words({
  title: ['时限与日历', 'Time limits and calendar'],
  tabs: ['时限与日历的页面', 'Pages of time limits'],
  calendar: ['日历', 'Calendar'],
  notices: ['放假通知', 'Notices'],
  packs: ['时限规定', 'Limits'],
  explain: ['试算截止时间', 'Explain a due time'],
  'what-if': ['换规定试算', 'What if'],
})

const pages = { calendar: YearCalendar, explain: ExplainForm, packs: Packs, 'what-if': WhatIf, notices: Notices } as const
type PageName = keyof typeof pages
const isPage = (name: string | undefined): name is PageName => name !== undefined && name in pages

/** Whoever sees every open order; the server refuses all others. */
const ofCentre = ['dispatcher', 'follow-up', 'supervisor', 'centre-manager', 'inspector', 'office']

export const ClockPage = (): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const roles = useSession()?.roles ?? []
  const { tab } = useDeskPlace()
  const isOpen = (name: PageName): boolean => {
    if (name === 'notices') return may('calendar.read')
    return name !== 'what-if' || roles.some((role) => ofCentre.includes(role))
  }
  const names = (Object.keys(pages) as PageName[]).filter(isOpen)
  const current: PageName = isPage(tab) && isOpen(tab) ? tab : 'calendar'
  const Current = pages[current]
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <div className="clock-tabs">
        <DeskTabs label={text.tabs} current={current} tabs={names.map((key) => ({ key, name: text[key] }))} />
      </div>
      <Current />
    </div>
  )
}
