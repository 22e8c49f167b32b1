import { useWords, words } from '@open12345/ui/language.ts'
import type { ReactElement } from 'react'
import { useMay } from '../../api/session.ts'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { RecordList } from './record-list.tsx'
import { SignedDays } from './signed-days.tsx'
import { WarningList } from './warning-list.tsx'
import '../account/account.css'
import './audit.css'

const said = words({
  title: ['审计', 'Audit'],
  note: [
    '谁在何时、为何看了或做了什么；记录以 SM3 链封存，可独立校验。',
    'Who saw or did what, when and why; sealed in an SM3 chain that can be verified independently.',
  ],
  tabs: ['审计各部分', 'Parts of the audit'],
  records: ['审计记录', 'Records'],
  warnings: ['异常查看', 'Unusual reading'],
  days: ['每日签名', 'Signed days'],
})

/** The auditor reads records, warnings and days; the security administrator decides on warnings and sees no record. */
export const AuditPage = (): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const { tab } = useDeskPlace()
  const tabs = may('audit.read')
    ? [
        { key: 'records', name: text.records },
        { key: 'warnings', name: text.warnings },
        { key: 'days', name: text.days },
      ]
    : [{ key: 'warnings', name: text.warnings }]
  const current = tabs.some(({ key }) => key === tab) ? (tab ?? '') : (tabs[0]?.key ?? '')
  return (
    <div className="page">
      <div className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
      </div>
      <section className="sheet audit">
        <DeskTabs label={text.tabs} current={current} tabs={tabs} />
        {current === 'records' ? <RecordList /> : null}
        {current === 'warnings' ? <WarningList mayDecide={may('audit.watch')} /> : null}
        {current === 'days' ? <SignedDays /> : null}
      </section>
    </div>
  )
}
