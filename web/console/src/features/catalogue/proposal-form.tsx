import type { CatalogueChangeBody } from '@open12345/contract/catalogue'
import type { PlaceView } from '@open12345/contract/organisation'
import type { Principle } from '@open12345/contract/vocabulary'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Radio } from 'antd'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { usePlaces, type PlaceValue } from '../../parts/place-select.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Waiting } from '../../parts/states.tsx'
import { changeWords } from './catalogue-words.ts'
import { Evidence } from './change-list.tsx'
import { ProposalFields } from './proposal-fields.tsx'
import { ProposalPreview } from './proposal-preview.tsx'
import { Replay } from './replay.tsx'
import { placeCodeOf, placeValueOf, useRefreshCatalogue, type Draft } from './use-catalogue.ts'

const said = words({
  title: ['提出目录变更', 'Propose a change of the catalogue'],
  kind: ['变更', 'Change'],
  preview: ['看看将会怎样', 'See what will happen'],
  confirm: ['提交审定', 'Submit it for review'],
  cancel: ['取消', 'Cancel'],
  done: ['已提交，等另一个人审定', 'It is submitted; somebody else decides'],
})

type Typed = {
  readonly subject: string
  readonly place?: PlaceValue
  readonly unitId?: string
  readonly principle?: Principle
  readonly basis: string
  readonly on: string
  readonly until?: string
  readonly reason: string
}

const askedOf = (kind: Draft['kind'], typed: Typed, places: readonly PlaceView[], draft: Draft): CatalogueChangeBody => {
  const asked = {
    subject: typed.subject,
    placeCode: placeCodeOf(places, typed.place),
    on: typed.on,
    basis: typed.basis.trim(),
    reason: typed.reason.trim(),
    evidence: (draft.evidence ?? []).map(({ orderId }) => orderId),
  }
  if (kind === 'end') return { kind, ...asked }
  return { kind, ...asked, unitId: typed.unitId ?? '', principle: typed.principle ?? 'duty', until: typed.until ? typed.until : null }
}

type Props = { readonly draft: Draft; readonly today: string; readonly onDone: () => void }

const ProposalSheet = ({ draft, today, onDone, places }: Props & { readonly places: readonly PlaceView[] }): ReactElement => {
  const text = useWords(said)
  const kinds = useWords(changeWords)
  const { message } = App.useApp()
  const [kind, setKind] = useState(draft.kind)
  const refresh = useRefreshCatalogue()
  const preview = useMutation({
    mutationFn: async (asked: CatalogueChangeBody) => ({ asked, preview: await api.previewCatalogueChange({ body: asked }) }),
  })
  const propose = useCommand(
    (body: CatalogueChangeBody, { idempotencyKey }) => api.proposeCatalogueChange({ body, idempotencyKey }),
    async () => {
      void message.success(text.done)
      await refresh()
      onDone()
    },
  )
  const shown = preview.data
  const begin = (): void => {
    preview.reset()
    propose.reset()
  }
  const { subject, unitId, principle, reason } = draft
  return (
    <Form
      layout="vertical"
      name="catalogue-proposal"
      initialValues={{ subject, unitId, principle, reason, place: placeValueOf(places, draft.placeCode), on: today }}
      onValuesChange={begin}
      onFinish={(typed: Typed) => preview.mutate(askedOf(kind, typed, places, draft))}
      scrollToFirstError={{ focus: true }}
    >
      <Radio.Group
        aria-label={text.kind}
        value={kind}
        onChange={({ target }) => {
          setKind(target.value as Draft['kind'])
          begin()
        }}
        options={(['set', 'end'] as const).map((value) => ({ value, label: kinds[value] }))}
        optionType="button"
        className="proposal-kind"
      />
      <ProposalFields kind={kind} today={today} />
      <Evidence orders={[...(draft.evidence ?? [])]} />
      <ProblemNote error={preview.error ?? propose.error} />
      {shown === undefined ? null : <ProposalPreview {...shown} />}
      {shown?.asked.kind === 'set' ? <Replay {...shown.asked} today={today} /> : null}
      <div className="entry-steps">
        {shown === undefined ? (
          <Button key="preview" type="primary" htmlType="submit" loading={preview.isPending}>
            {text.preview}
          </Button>
        ) : (
          // Another button: whoever presses twice has not submitted what nobody read.
          <Button key="propose" type="primary" loading={propose.isPending} onClick={() => propose.mutate(shown.asked)}>
            {text.confirm}
          </Button>
        )}
        <Button onClick={onDone}>{text.cancel}</Button>
      </div>
    </Form>
  )
}

/** Previewed and replayed first, then submitted; what was typed in between is previewed again. */
export const ProposalForm = (props: Props): ReactElement => {
  const text = useWords(said)
  const places = usePlaces().data?.items
  const form = useRef<HTMLElement>(null)
  useEffect(() => form.current?.focus(), [])
  return (
    <section ref={form} tabIndex={-1} className="sheet" aria-label={text.title}>
      <h2>{text.title}</h2>
      {places === undefined ? <Waiting /> : <ProposalSheet {...props} places={places} />}
    </section>
  )
}
