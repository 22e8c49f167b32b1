import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { Queue } from '../work-order/queue.tsx'
import { useCounts } from '../work-order/use-counts.ts'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { CallDesk } from './call-desk.tsx'
import { seatWords } from './seat-words.ts'
import { SimulateCall } from './simulate-call.tsx'
import { useContacts } from './use-contacts.ts'
import './seat.css'

const Head = ({ current }: { readonly current: 'calls' | 'accept' | 'verified' }): ReactElement => {
  const text = useWords(seatWords)
  const count = useCounts()
  const calls = useContacts().data?.items.length ?? 0
  return (
    <>
      <h1>{text.title}</h1>
      <DeskTabs
        label={text.tabs}
        current={current}
        tabs={[
          { key: 'calls', name: text.calls, count: calls === 0 ? '' : String(calls) },
          { key: 'accept', name: text.accept, count: count('to-accept') },
          { key: 'verified', name: text.verified, count: count('verified') },
        ]}
      />
    </>
  )
}

export const SeatDesk = (): ReactElement => {
  const text = useWords(seatWords)
  const may = useMay()
  const { tab } = useDeskPlace()
  if (tab === 'accept')
    return <Queue key="accept" stages={['to-accept']} label={text.accept} empty={text.emptyAccept} head={<Head current="accept" />} />
  if (tab === 'verified')
    return (
      <Queue
        key="verified"
        stages={['to-accept']}
        waiting="verified"
        label={text.verified}
        empty={text.emptyVerified}
        head={<Head current="verified" />}
      />
    )
  return (
    <div className="seat">
      <div className="seat-head">
        <div>
          <Head current="calls" />
        </div>
        {may('telephony.simulate') ? <SimulateCall /> : null}
      </div>
      <div className="seat-body">
        <CallDesk />
      </div>
    </div>
  )
}
