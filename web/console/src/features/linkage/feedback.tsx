import type { LinkageView } from '@open12345/contract/linkage'
import { Button, Input, Space } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useRefresh } from './use-linkage.ts'

const said = words({
  out: ['{line}的反馈', 'Feedback from {line}'],
  in: ['给{line}的反馈', 'Feedback to {line}'],
  hint: ['处置结果，只记一次', 'What became of it; recorded once'],
  submit: ['记反馈', 'Record feedback'],
})

/** What became of it: from the line where we told it, to the line where it told us. @clause 14 */
export const Feedback = ({ record }: { readonly record: LinkageView }): ReactElement => {
  const text = useWords(said)
  const [written, setWritten] = useState('')
  const refresh = useRefresh()
  const tell = useCommand(
    (feedback: string, { idempotencyKey }) =>
      api.recordLinkageFeedback({ params: { linkageId: record.linkageId }, idempotencyKey, body: { feedback } }),
    refresh,
  )
  return (
    <form
      className="linkage-steps"
      onSubmit={(event) => {
        event.preventDefault()
        if (written.trim()) tell.mutate(written)
      }}
    >
      <Space.Compact>
        <Input
          size="small"
          aria-label={fill(text[record.direction], { line: record.lineName })}
          placeholder={text.hint}
          value={written}
          maxLength={500}
          onChange={({ target }) => setWritten(target.value)}
        />
        <Button size="small" htmlType="submit" loading={tell.isPending}>
          {text.submit}
        </Button>
      </Space.Compact>
      <ProblemNote error={tell.error} />
    </form>
  )
}
