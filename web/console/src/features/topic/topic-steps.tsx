import type { TopicView } from '@open12345/contract/topic'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
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
  const [step, setStep] = useState<Step | null>(null)
  if (step !== null) {
    const Shown = forms[step]
    return <Shown topic={topic} mayOpen={may('order.dispatch')} onDone={() => setStep(null)} />
  }
  return (
    <div className="step-submit">
      {steps.map((one) => (
        <Button key={one} type={one === 'confirm' ? 'primary' : 'default'} onClick={() => setStep(one)}>
          {text[one]}
        </Button>
      ))}
    </div>
  )
}
