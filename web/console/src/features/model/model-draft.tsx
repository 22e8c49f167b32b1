import { RobotOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useCommand, type Attempt } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useFocusAfter, useFocusIfLost } from '../../parts/use-focus.ts'
import { endWords } from './model-words.ts'
import { useDraftStream, type Writing } from './use-draft-stream.ts'
import { useModel } from './use-model.ts'
import './model.css'

const said = words({
  title: ['模型拟稿', 'Draft by a model'],
  mark: ['模型生成，请核对。不核对不得使用', 'Written by a model; check it. Not to be used unchecked'],
  waiting: ['正在拟稿…', 'Writing …'],
  stop: ['停止', 'Stop'],
  use: ['采用', 'Use it'],
  drop: ['不用', 'Leave it'],
  close: ['关闭', 'Close'],
  taken: ['已采用模型拟稿，可以修改；核对以后再提交。', 'The draft was taken over and can be changed; check it before you submit.'],
})

type BoxProps = {
  readonly writing: Writing
  readonly onStop: () => void
  readonly onSettled: (became: 'used' | 'discarded') => void
}

/** Apart from every field, and plain text whatever the model wrote. */
const Box = ({ writing: { id, words: written, end }, onStop, onSettled }: BoxProps): ReactElement => {
  const text = useWords(said)
  const ends = useWords(endWords)
  const settle = useCommand(
    (became: 'used' | 'discarded', { idempotencyKey }) =>
      api.settleModelDraft({ params: { modelDraftId: id }, body: { became }, idempotencyKey }),
    (_, became) => onSettled(became),
  )
  return (
    <>
      {written === '' ? null : (
        <p className="model-mark">
          <RobotOutlined aria-hidden="true" /> <strong>{text.mark}</strong>
        </p>
      )}
      <p className="pre model-written" aria-busy={end === null}>
        {written === '' && end === null ? <span className="soft">{text.waiting}</span> : written}
      </p>
      <p role="status" className="model-end">
        {end === null || end === 'finished' ? '' : ends[end]}
      </p>
      <ProblemNote error={settle.error} />
      <div className="model-steps">
        {end === null ? (
          <Button onClick={onStop}>{text.stop}</Button>
        ) : (
          <>
            {end === 'finished' ? (
              <Button type="primary" loading={settle.isPending} onClick={() => settle.mutate('used')}>
                {text.use}
              </Button>
            ) : null}
            <Button disabled={settle.isPending} onClick={() => settle.mutate('discarded')}>
              {end === 'finished' ? text.drop : text.close}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

type FrameProps = { readonly name: string; readonly isOver: boolean; readonly children: ReactNode }
/** In sight as soon as it begins, and again with what may be done with it when it is over. */
const Frame = ({ name, isOver, children }: FrameProps): ReactElement => (
  <section ref={useFocusIfLost<HTMLElement>(isOver)} tabIndex={-1} className="model-draft model-box" aria-label={name}>
    {children}
  </section>
)

type Props = {
  readonly ask: (attempt: Attempt) => Promise<{ readonly modelDraftId: string }>
  /** Why it cannot be asked for yet. */
  readonly whyNot?: string | undefined
  readonly onTake: (words: string) => void
}

const Drafting = ({ ask, whyNot, onTake }: Props): ReactElement => {
  const text = useWords(said)
  const { writing, begin, stop, forget } = useDraftStream()
  const [isTaken, setTaken] = useState(false)
  const button = useFocusAfter<HTMLButtonElement>(writing !== null)
  const asking = useCommand(
    (_: null, attempt) => ask(attempt),
    ({ modelDraftId }) => {
      setTaken(false)
      begin(modelDraftId)
    },
  )
  const settled = (became: 'used' | 'discarded'): void => {
    if (became === 'used' && writing !== null) onTake(writing.words)
    setTaken(became === 'used')
    forget()
  }
  if (writing !== null)
    return (
      <Frame name={text.title} isOver={writing.end !== null}>
        <Box writing={writing} onStop={stop} onSettled={settled} />
      </Frame>
    )
  return (
    <section className="model-draft" aria-label={text.title}>
      <div className="model-steps">
        <Button
          ref={button}
          icon={<RobotOutlined />}
          disabled={whyNot !== undefined}
          loading={asking.isPending}
          onClick={() => asking.mutate(null)}
        >
          {text.title}
        </Button>
        <span className="soft" role="status">
          {isTaken ? text.taken : (whyNot ?? '')}
        </span>
      </div>
      <ProblemNote error={asking.error} />
    </section>
  )
}

/** A model drafts, a person checks and decides; nothing is there where no model is. */
export const ModelDraft = (props: Props): ReactElement | null => {
  const may = useMay()
  const { isOn } = useModel()
  return isOn && may('model.draft') ? <Drafting {...props} /> : null
}
