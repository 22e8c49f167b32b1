import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useFocusAfter } from '../../parts/use-focus.ts'
import './knowledge.css'

const said = words({ reason: ['理由', 'Reason'], close: ['取消', 'Cancel'] })

type Props = {
  readonly name: string
  readonly danger?: boolean
  readonly isPending: boolean
  readonly error: unknown
  readonly onReason: (reason: string) => void
}

/** A step that needs its reason: pressed once to write it, once more to take it. */
export const ReasonStep = ({ name, danger = false, isPending, error, onReason }: Props): ReactElement => {
  const text = useWords(said)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const button = useFocusAfter<HTMLButtonElement>(isOpen)
  if (!isOpen)
    return (
      <Button ref={button} danger={danger} onClick={() => setOpen(true)}>
        {name}…
      </Button>
    )
  return (
    <div className="knowledge-report-form">
      <Input.TextArea
        autoFocus
        aria-label={`${name}：${text.reason}`}
        placeholder={text.reason}
        rows={2}
        maxLength={500}
        showCount
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <ProblemNote error={error} />
      <div className="knowledge-steps">
        <Button type="primary" danger={danger} disabled={reason.trim() === ''} loading={isPending} onClick={() => onReason(reason)}>
          {name}
        </Button>
        <Button onClick={() => setOpen(false)}>{text.close}</Button>
      </div>
    </div>
  )
}
