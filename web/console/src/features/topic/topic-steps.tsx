import type { TopicView } from '@open12345/contract/topic'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { useFocusAfter } from '../../parts/use-focus.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { DismissForm } from './dismiss-form.tsx'
import { PassForm } from './pass-form.tsx'

const said = words({
  confirm: ['属实，按事件处理…', 'Confirm as an incident …'],
  pass: ['转交…', 'Pass on …'],
  dismiss: ['解除…', 'Dismiss …'],
})

const forms = { confirm: ConfirmForm, pass: PassForm, dismiss: DismissForm } as const
type Step = keyof typeof forms
const steps: readonly Step[] = ['confirm', 'pass', 'dismiss']

/** What whoever answers for a warning may make of it. */
export const TopicSteps = ({ topic }: { readonly topic: TopicView }): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const [step, setStep] = useState<Step>('confirm')
  const [isOpen, setOpen] = useState(false)
  const button = useFocusAfter<HTMLButtonElement>(isOpen)
  if (isOpen) {
    const Shown = forms[step]
    return <Shown topic={topic} mayOpen={may('order.dispatch')} onDone={() => setOpen(false)} />
  }
  const begin = (chosen: Step): void => {
    setStep(chosen)
    setOpen(true)
  }
  return (
    <div className="step-submit">
      {steps.map((one) => (
        <Button
          key={one}
          {...(one === step ? { ref: button } : {})}
          type={one === 'confirm' ? 'primary' : 'default'}
          onClick={() => begin(one)}
        >
          {text[one]}
        </Button>
      ))}
    </div>
  )
}
