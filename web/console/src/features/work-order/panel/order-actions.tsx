import type { AllowedView, OrderView, StepTaken } from '@open12345/contract/work-order'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { clauseText } from '../../../parts/clause.ts'
import { AcceptStep, AnswerStep, ClarifyStep, DeclineStep, DispatchStep } from '../steps/centre-steps.tsx'
import { ClearAccusedStep, ConfirmClearingStep } from '../steps/accused-steps.tsx'
import { AddFactsStep, ConfirmCorrectionStep, ConfirmWithdrawalStep, CorrectStep, WithdrawStep } from '../steps/case-steps.tsx'
import { CloseStep, FollowUpStep, RedoStep } from '../steps/follow-up-steps.tsx'
import type { StepProps } from '../steps/step-form.tsx'
import { isStep, stepWords, type StepName } from '../steps/step-words.ts'
import {
  ApproveStep,
  AttemptStep,
  DeliverStep,
  DraftStep,
  FirstResponseStep,
  ProgressStep,
  SendBackStep,
  SignStep,
} from '../steps/unit-steps.tsx'

const said = words({
  title: ['办理', 'What to do'],
  forbidden: ['现在不能办的步骤（{count}）', 'Steps that may not be taken now ({count})'],
  nothing: ['您现在没有要办的步骤。', 'There is nothing for you to do here now.'],
})

const forms: Readonly<Record<StepName, (props: StepProps) => ReactElement>> = {
  clarify: ClarifyStep,
  accept: AcceptStep,
  decline: DeclineStep,
  answer: AnswerStep,
  dispatch: DispatchStep,
  sign: SignStep,
  'give-first-response': FirstResponseStep,
  'report-progress': ProgressStep,
  draft: DraftStep,
  'send-back': SendBackStep,
  approve: ApproveStep,
  'record-attempt': AttemptStep,
  deliver: DeliverStep,
  'follow-up': FollowUpStep,
  'order-redo': RedoStep,
  'close-lawful': CloseStep,
  correct: CorrectStep,
  'confirm-correction': ConfirmCorrectionStep,
  'add-facts': AddFactsStep,
  withdraw: WithdrawStep,
  'clear-accused': ClearAccusedStep,
  'confirm-clearing': ConfirmClearingStep,
  'confirm-withdrawal': ConfirmWithdrawalStep,
}

/** The step that an order most likely waits for; the rest are one press away. */
const usual: readonly StepName[] = [
  'confirm-withdrawal',
  'confirm-correction',
  'confirm-clearing',
  'accept',
  'dispatch',
  'sign',
  'approve',
  'deliver',
  'give-first-response',
  'draft',
  'follow-up',
  'close-lawful',
]
const sideSteps: readonly StepName[] = ['add-facts', 'withdraw', 'correct', 'clarify', 'record-attempt', 'clear-accused']

type Known = { readonly name: StepName; readonly refusal: AllowedView['refusal'] }
const knownSteps = (allowed: readonly AllowedView[]): readonly Known[] =>
  allowed.flatMap(({ action, refusal }) => (isStep(action) ? [{ name: action, refusal }] : []))
const sorted = (steps: readonly Known[]): readonly Known[] => {
  const rank = ({ name }: Known): number => (usual.includes(name) ? usual.indexOf(name) : sideSteps.includes(name) ? 99 : 50)
  return steps.toSorted((one, other) => rank(one) - rank(other))
}

const Forbidden = ({ steps }: { readonly steps: readonly Known[] }): ReactElement | null => {
  const text = useWords(said)
  const names = useWords(stepWords)
  if (steps.length === 0) return null
  return (
    <details className="forbidden">
      <summary>{fill(text.forbidden, { count: steps.length })}</summary>
      <ul>
        {steps.map(({ name, refusal }) => (
          <li key={name}>
            <Button size="small" disabled aria-describedby={`why-${name}`}>
              {names[name]}
            </Button>{' '}
            <span id={`why-${name}`}>
              {refusal?.title}
              {refusal?.clause == null ? '' : `（${clauseText(refusal.clause)}）`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A dissatisfaction that a person has confirmed waits for a redo or a closure, not for another call. */
const expectedOf = ({ followUp }: OrderView, open: readonly Known[]): StepName | undefined => {
  const isConfirmed = followUp !== null && followUp.tries > 0 && followUp.lastOutcome === 'dissatisfied'
  const redo = isConfirmed ? open.find(({ name }) => name === 'order-redo') : undefined
  return (redo ?? open.find(({ name }) => usual.includes(name)))?.name
}

type Props = { readonly order: OrderView; readonly onDone?: ((taken: StepTaken) => void) | undefined }

export const OrderActions = ({ order, onDone }: Props): ReactElement | null => {
  const text = useWords(said)
  const names = useWords(stepWords)
  const steps = sorted(knownSteps(order.allowed))
  const open = steps.filter(({ refusal }) => refusal === null)
  const expected = expectedOf(order, open)
  const [asked, setAsked] = useState<StepName | null>(null)
  const [taken, setTaken] = useState(0)
  const chosen = open.find(({ name }) => name === asked)?.name ?? expected
  const Step = chosen === undefined ? undefined : forms[chosen]
  const done = (answer: StepTaken): void => {
    setAsked(null)
    setTaken((before) => before + 1)
    onDone?.(answer)
  }
  if (steps.length === 0) return null
  return (
    <section className="sheet order-actions" aria-label={text.title}>
      {open.length === 0 ? <p className="soft">{text.nothing}</p> : null}
      <div className="step-choice" role="group" aria-label={text.title}>
        {open.map(({ name }) => (
          <Button
            key={name}
            type={name === chosen ? 'primary' : 'default'}
            ghost={name === chosen}
            aria-pressed={name === chosen}
            onClick={() => setAsked(name)}
          >
            {names[name]}
          </Button>
        ))}
      </div>
      {Step === undefined ? null : <Step key={`${chosen} ${taken}`} order={order} onDone={done} />}
      <Forbidden steps={steps.filter(({ refusal }) => refusal !== null)} />
    </section>
  )
}
