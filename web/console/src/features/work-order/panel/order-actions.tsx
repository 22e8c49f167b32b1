import type { AllowedView, OrderView, StepTaken } from '@open12345/contract/work-order'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { clauseText } from '../../../parts/clause.ts'
import { forms } from '../steps/forms.ts'
import { isNoted } from '../parts-of-order.ts'
import { missingAct } from '../urgent-acts.ts'
import { isStep, stepWords, type StepName } from '../steps/step-words.ts'

const said = words({
  title: ['办理', 'What to do'],
  forbidden: ['现在不能办的步骤（{count}）', 'Steps that may not be taken now ({count})'],
  nothing: ['您现在没有要办的步骤。', 'There is nothing for you to do here now.'],
})

/** The step that an order most likely waits for; the rest are one press away. */
const usual: readonly StepName[] = [
  'confirm-withdrawal',
  'confirm-correction',
  'confirm-clearing',
  'screen-rating',
  'confirm-termination',
  'accept-return',
  'decide-extension',
  'acknowledge-report',
  'answer-verification',
  'designate',
  'accept',
  'dispatch',
  'sign',
  'approve',
  'deliver',
  'give-first-response',
  'report-back',
  'draft',
  'follow-up',
  'close-lawful',
]
const sideSteps: readonly StepName[] = [
  'add-unit',
  'replace-unit',
  'withdraw-unit',
  'add-facts',
  'withdraw',
  'correct',
  'clarify',
  'record-attempt',
  'recuse',
  'seal',
  'clear-accused',
  'mark-urgent',
  'call-unit',
  'mark',
  'link-repeat',
  'explain-termination',
  'propose-termination',
]

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

/** What is known of the order and makes another step than the usual one the next. */
const known = (order: OrderView, open: readonly Known[]): StepName | undefined => {
  const { followUp, verification } = order
  if (open.some(({ name }) => name === 'screen-rating')) return 'screen-rating'
  const act = missingAct(order)
  if (act !== undefined) return act
  // 13-3b: the unit explains, then another person closes; nobody is called again meanwhile.
  if (order.status === 'awaiting-follow-up' && isNoted(followUp)) return followUp?.isExplained === true ? 'close-noted' : 'explain'
  // A dissatisfaction that a person has confirmed waits for a redo or a closure, not for another call.
  if (followUp !== null && followUp.tries > 0 && followUp.lastOutcome === 'dissatisfied') return 'order-redo'
  return verification?.finding === 'out-of-scope' ? 'decline' : undefined
}
const expectedOf = (order: OrderView, open: readonly Known[]): StepName | undefined => {
  const next = known(order, open)
  const isNext = open.some(({ name }) => name === next)
  if ((next === 'explain' || next === 'close-noted') && !isNext) return undefined
  return (open.find(({ name }) => name === next) ?? open.find(({ name }) => usual.includes(name)))?.name
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
