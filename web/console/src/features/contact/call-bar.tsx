import { PhoneFilled } from '@ant-design/icons'
import type { ContactView } from '@open12345/contract/contact'
import { Button } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { runningText } from '@open12345/ui/time-text.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { CallLinkage } from '../linkage/call-linkage.tsx'
import { seatWords } from './seat-words.ts'
import { useContactSteps } from './use-contacts.ts'

/** Seconds that run, for the one call in the ear. */
const Running = ({ since, until }: { readonly since: string; readonly until: string | null }): ReactElement => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (until !== null) return undefined
    const ticking = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(ticking)
  }, [until])
  return <span className="digits">{runningText((until === null ? now : Date.parse(until)) - Date.parse(since))}</span>
}

/** Alt + A answers, Alt + T calls a line in, Alt + Q hangs up, Alt + F ends the record. */
const useCallKeys = (keys: Readonly<Record<string, (() => void) | undefined>>): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = event.altKey && !event.ctrlKey && !event.metaKey ? keys[event.code] : undefined
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

type StepsProps = {
  readonly state: ContactView['state']
  readonly steps: ReturnType<typeof useContactSteps>
  readonly isLinking: boolean
  readonly onLink: () => void
}

const CallSteps = ({ state, steps: { answer, hangUp, finish }, isLinking, onLink }: StepsProps): ReactElement => {
  const text = useWords(seatWords)
  return (
    <span className="call-steps">
      {state === 'ringing' ? (
        <Button type="primary" size="large" loading={answer.isPending} onClick={() => answer.mutate()} aria-keyshortcuts="Alt+A">
          {text.answer} <kbd>Alt A</kbd>
        </Button>
      ) : null}
      {state === 'talking' ? (
        <Button aria-expanded={isLinking} onClick={onLink} aria-keyshortcuts="Alt+T">
          {text.linkage} <kbd>Alt T</kbd>
        </Button>
      ) : null}
      {state === 'talking' ? (
        <Button danger loading={hangUp.isPending} onClick={() => hangUp.mutate()} aria-keyshortcuts="Alt+Q">
          {text.hangUp} <kbd>Alt Q</kbd>
        </Button>
      ) : null}
      {state === 'ended' ? (
        <Button loading={finish.isPending} onClick={() => finish.mutate()} aria-keyshortcuts="Alt+F">
          {text.finish} <kbd>Alt F</kbd>
        </Button>
      ) : null}
    </span>
  )
}

type Props = { readonly contact: ContactView; readonly isLinking: boolean; readonly onLink: (isLinking: boolean) => void }

export const CallBar = ({ contact, isLinking, onLink }: Props): ReactElement => {
  const text = useWords(seatWords)
  const steps = useContactSteps(contact)
  const { answer, hangUp, finish } = steps
  const { state } = contact
  const link = (): void => onLink(!isLinking)
  useCallKeys({
    KeyA: state === 'ringing' ? () => answer.mutate() : undefined,
    KeyT: state === 'talking' ? link : undefined,
    KeyQ: state === 'talking' ? () => hangUp.mutate() : undefined,
    KeyF: state === 'ended' ? () => finish.mutate() : undefined,
  })
  return (
    <>
      <div className={`call-bar call-${state}`} role="status">
        <PhoneFilled aria-hidden="true" />
        <strong className="digits">{contact.callerMasked ?? text.unknownCaller}</strong>
        <span>{text[state]}</span>
        <Running since={contact.answeredAt ?? contact.startedAt} until={contact.endedAt} />
        <CallSteps state={state} steps={steps} isLinking={isLinking} onLink={link} />
      </div>
      {state === 'talking' && isLinking ? <CallLinkage contactId={contact.contactId} /> : null}
      <ProblemNote error={answer.error ?? hangUp.error ?? finish.error} />
    </>
  )
}
