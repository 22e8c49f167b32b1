import { stageLabels } from '@open12345/contract/vocabulary'
import type { OrderRow } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { useLabel, useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { CloseMany } from './close-many.tsx'
import { DeskTabs } from './desk-tabs.tsx'
import { Queue } from './queue.tsx'
import { useChosen } from './use-chosen.ts'
import { useCounts } from './use-counts.ts'
import { useDeskPlace } from './use-desk-place.ts'

const said = words({
  title: ['回访台', 'Follow-up'],
  note: ['不应答不等于满意（第十三条）', 'Silence is never satisfaction (article 13)'],
  tabs: ['回访台的列表', 'Lists of the follow-up desk'],
  'manual-follow-up': ['没有待人工回访的工单。', 'Nobody waits for a manual follow-up.'],
  'reply-check': ['没有待核对的答复。', 'No reply waits for its check.'],
  asked: ['没有正在短信回访的工单。', 'Nobody is being asked by SMS.'],
})

const stages = ['manual-follow-up', 'reply-check', 'asked'] as const
type Waiting = (typeof stages)[number]
const isStage = (name: string | undefined): name is Waiting => stages.some((stage) => stage === name)

export const FollowUpDesk = (): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const count = useCounts()
  const may = useMay()
  const { tab } = useDeskPlace()
  const current = isStage(tab) ? tab : 'manual-follow-up'
  const { chosen, setChosen, onChoose } = useChosen()
  const foot = (rows: readonly OrderRow[]): ReactElement => <CloseMany rows={rows} chosen={chosen} onChosen={setChosen} />
  return (
    <Queue
      key={current}
      stages={[current]}
      label={label(stageLabels[current])}
      empty={text[current]}
      {...(current === 'reply-check' && may('order.close') ? { choice: { chosen, onChoose }, foot } : {})}
      head={
        <>
          <h1>
            {text.title} <span className="soft">{text.note}</span>
          </h1>
          <DeskTabs
            label={text.tabs}
            current={current}
            tabs={stages.map((stage) => ({ key: stage, name: label(stageLabels[stage]), count: count(stage) }))}
          />
        </>
      }
    />
  )
}
