import type { OrderRow } from '@open12345/contract/work-order'
import { stageLabels } from '@open12345/contract/vocabulary'
import type { ReactElement } from 'react'
import { useLabel, useWords, words } from '@open12345/ui/language.ts'
import { useMay, useSession } from '../../api/session.ts'
import { DeskTabs } from './desk-tabs.tsx'
import { Queue } from './queue.tsx'
import { SignMany } from './sign-many.tsx'
import { useChosen } from './use-chosen.ts'
import { useCounts } from './use-counts.ts'
import { useDeskPlace } from './use-desk-place.ts'

const said = words({
  title: ['承办台', 'Unit desk'],
  tabs: ['承办台的列表', 'Lists of the unit desk'],
  following: ['回访中', 'In follow-up'],
  empty: ['这一环节没有工单。', 'No order in this stage.'],
})

const stages = ['to-verify', 'to-sign', 'in-hand', 'to-review', 'to-deliver', 'to-explain'] as const
/** 13-3c: what the unit has answered and may see rated; to look something up in, not to work off. */
const following = ['asked', 'manual-follow-up', 'reply-check'] as const
type UnitStage = (typeof stages)[number]
const isStage = (name: string | undefined): name is UnitStage => stages.some((stage) => stage === name)

/** A reviewer begins with what waits for review, everybody else with what waits for a signature. */
const useFirstStage = (): UnitStage => {
  const may = useMay()
  if (may('order.sign')) return 'to-sign'
  return may('order.approve') ? 'to-review' : 'in-hand'
}

export const UnitDesk = (): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const count = useCounts()
  const may = useMay()
  const session = useSession()
  const first = useFirstStage()
  const { tab } = useDeskPlace()
  const isFollowing = tab === 'following'
  const current = isStage(tab) ? tab : first
  const { chosen, setChosen, onChoose } = useChosen()
  const signsHere = !isFollowing && current === 'to-sign' && may('order.sign')
  const foot = (rows: readonly OrderRow[]): ReactElement => <SignMany rows={rows} chosen={chosen} onChosen={setChosen} />
  return (
    <Queue
      key={isFollowing ? 'following' : current}
      stages={isFollowing ? following : [current]}
      showStage={isFollowing}
      label={isFollowing ? text.following : label(stageLabels[current])}
      empty={text.empty}
      {...(signsHere ? { choice: { chosen, onChoose }, foot } : {})}
      head={
        <>
          <h1>
            {text.title} <span className="soft">{session?.units.map(({ name }) => name).join('、')}</span>
          </h1>
          <DeskTabs
            label={text.tabs}
            current={isFollowing ? 'following' : current}
            tabs={[
              ...stages.map((stage) => ({ key: stage, name: label(stageLabels[stage]), count: count(stage) })),
              { key: 'following', name: text.following },
            ]}
          />
        </>
      }
    />
  )
}
