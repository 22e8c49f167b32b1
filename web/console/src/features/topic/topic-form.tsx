import type { TopicView } from '@open12345/contract/topic'
import { App, Button, Form } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useCommand, type Attempt } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useFocusInside } from '../../parts/use-focus.ts'

const said = words({ cancel: ['取消', 'Cancel'], done: ['已登记', 'Recorded'] })

export type StepProps = { readonly topic: TopicView; readonly mayOpen: boolean; readonly onDone: () => void }
type Props<Typed> = {
  readonly name: string
  readonly submit: string
  readonly initial?: Partial<Typed>
  readonly send: (typed: Typed, attempt: Attempt) => Promise<TopicView>
  readonly onDone: () => void
  readonly children: ReactNode
}

/** One step on a warning, sent once. */
export const TopicForm = <Typed extends object>({ name, submit, initial = {}, send, onDone, children }: Props<Typed>): ReactElement => {
  const text = useWords(said)
  const { message } = App.useApp()
  const frame = useFocusInside<HTMLDivElement>()
  const command = useCommand(send, () => {
    void message.success(text.done)
    onDone()
  })
  return (
    <div ref={frame}>
      <Form name={name} layout="vertical" initialValues={initial} onFinish={(typed: Typed) => command.mutate(typed)}>
        {children}
        <ProblemNote error={command.error} />
        <div className="step-submit">
          <Button type="primary" htmlType="submit" loading={command.isPending}>
            {submit}
          </Button>
          <Button onClick={onDone}>{text.cancel}</Button>
        </div>
      </Form>
    </div>
  )
}
