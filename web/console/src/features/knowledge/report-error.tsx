import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useFocusAfter } from '../../parts/use-focus.ts'
import { useRefresh } from './use-knowledge.ts'
import './knowledge.css'

const said = words({
  report: ['纠错', 'Report an error'],
  about: ['纠错：{title}', 'Report an error: {title}'],
  what: ['《{title}》哪里不对', 'What is wrong with “{title}”'],
  hint: ['哪里不对、应当怎样，不写来电人是谁', 'What is wrong and what is right; not who called'],
  submit: ['提交纠错', 'Send the report'],
  close: ['关闭', 'Close'],
  done: ['已交给提供单位和热线中心核对。', 'Its owner and the centre will check it.'],
})

type Props = { readonly itemId: string; readonly title: string; readonly size?: 'small' | 'middle' }

/** 第十七条 查漏纠错: from wherever the item is read, in one click. @clause 17a */
export const ReportError = ({ itemId, title, size = 'small' }: Props): ReactElement | null => {
  const text = useWords(said)
  const may = useMay()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const [written, setWritten] = useState('')
  const button = useFocusAfter<HTMLButtonElement>(isOpen)
  const send = useCommand(
    (sent: string, { idempotencyKey }) => api.reportKnowledgeError({ params: { itemId }, body: { words: sent }, idempotencyKey }),
    () => {
      setOpen(false)
      setWritten('')
      return refresh()
    },
  )
  if (!may('knowledge.report')) return null
  if (!isOpen)
    return (
      <>
        <Button ref={button} size={size} aria-label={fill(text.about, { title })} onClick={() => setOpen(true)}>
          {text.report}
        </Button>
        {send.isSuccess ? (
          <span role="status" className="soft">
            {text.done}
          </span>
        ) : null}
      </>
    )
  return (
    <div className="knowledge-report-form">
      <Input.TextArea
        autoFocus
        aria-label={fill(text.what, { title })}
        placeholder={text.hint}
        rows={2}
        maxLength={500}
        showCount
        value={written}
        onChange={({ target }) => setWritten(target.value)}
      />
      <ProblemNote error={send.error} />
      <div className="knowledge-steps">
        <Button size={size} type="primary" loading={send.isPending} disabled={written.trim() === ''} onClick={() => send.mutate(written)}>
          {text.submit}
        </Button>
        <Button size={size} onClick={() => setOpen(false)}>
          {text.close}
        </Button>
      </div>
    </div>
  )
}
