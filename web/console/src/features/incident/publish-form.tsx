import type { IncidentView } from '@open12345/contract/incident'
import { App, Button, Form } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { nullable, WordsField } from '../work-order/steps/words-field.tsx'
import { incidentWords } from './incident-words.ts'

const said = words({
  publish: ['发布', 'Publish'],
  cancel: ['取消', 'Cancel'],
  done: ['已发布', 'Published'],
  back: ['空着发布即为收回。', 'Published empty, it is taken back.'],
})

type Typed = { readonly notice?: string; readonly readyAnswer?: string }
/** What is told while it lasts: to everybody, and to callers. */
export const PublishedFields = ({ isOpening = false }: { readonly isOpening?: boolean }): ReactElement => {
  const names = useWords(incidentWords)
  const text = useWords(said)
  const note = (sentence: string): string => (isOpening ? sentence : `${sentence} ${text.back}`)
  return (
    <>
      <WordsField label={names.readyAnswer} name="readyAnswer" most={2000} rows={3} extra={note(names.readyAnswerNote)} isOptional />
      <WordsField label={names.notice} name="notice" most={2000} rows={3} extra={note(names.noticeNote)} isOptional />
    </>
  )
}

type Props = { readonly incident: IncidentView; readonly onDone: () => void }

export const PublishForm = ({ incident, onDone }: Props): ReactElement => {
  const text = useWords(said)
  const { message } = App.useApp()
  const publish = useCommand(
    ({ notice, readyAnswer }: Typed, { idempotencyKey }) =>
      api.publishNotice({
        params: { incidentId: incident.incidentId },
        body: { notice: nullable(notice), readyAnswer: nullable(readyAnswer) },
        idempotencyKey,
      }),
    () => {
      void message.success(text.done)
      onDone()
    },
  )
  return (
    <Form
      name="publish"
      layout="vertical"
      initialValues={{ notice: incident.notice ?? '', readyAnswer: incident.readyAnswer ?? '' }}
      onFinish={(typed: Typed) => publish.mutate(typed)}
    >
      <PublishedFields />
      <ProblemNote error={publish.error} />
      <div className="step-submit">
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {text.publish}
        </Button>
        <Button onClick={onDone}>{text.cancel}</Button>
      </div>
    </Form>
  )
}
