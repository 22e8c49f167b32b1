import { useEffect, useRef, type ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { Answered } from '../../parts/states.tsx'
import { CallLines } from './call-lines.tsx'
import { CallRunning } from './call-running.tsx'
import { callWords } from './call-words.ts'
import { useCallLinkages } from './use-linkage.ts'
import './linkage.css'

/** Beside a call that is being talked: a third party is called in, or leaves. @clause 14 */
export const CallLinkage = ({ contactId }: { readonly contactId: string }): ReactElement => {
  const text = useWords(callWords)
  const asked = useCallLinkages(contactId)
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.focus(), [])
  return (
    <section ref={section} tabIndex={-1} className="sheet call-line" aria-label={text.title}>
      <Answered asked={asked} rows={2}>
        {({ items: [last] }) =>
          last?.state === 'calling' || last?.state === 'joined' ? (
            <CallRunning key={last.linkageId} linkage={last} />
          ) : (
            <CallLines key={last?.linkageId ?? ''} contactId={contactId} last={last} />
          )
        }
      </Answered>
    </section>
  )
}
