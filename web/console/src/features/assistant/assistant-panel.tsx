import type { OrderRow } from '@open12345/contract/work-order'
import type { Suggestions } from '@open12345/contract/assistant'
import { Form } from 'antd'
import { useEffect, useRef, type ReactElement, type RefObject } from 'react'
import { fill, useListed, useWords } from '@open12345/ui/language.ts'
import type { RecordValues } from '../contact/record-values.ts'
import { quoteInto } from '../work-order/fields/quote.ts'
import { Alarm, Warnings } from './alarms.tsx'
import { Alike } from './alike.tsx'
import { assistantWords } from './assistant-words.ts'
import { FieldRow } from './field-row.tsx'
import { Passages, type Passage } from './passages.tsx'
import { UnitRow } from './unit-row.tsx'
import { useOffers, type Offers } from './use-offers.ts'
import { useSuggestions, type Found } from './use-suggestions.ts'
import { useTakes } from './use-takes.ts'
import './assistant.css'

/** The lowest row of the keyboard, which no desk has: the first of each is taken with Alt. */
const letters = { kind: 'Z', subject: 'X', place: 'C', passage: 'V' } as const

type Within = RefObject<HTMLElement | null>

/** Two calls may stand open: the keys are those of the form that is being written in. */
const useTakeKeys = (parts: readonly Within[], keys: Readonly<Record<string, (() => void) | undefined>>): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !(event.code in keys)) return
      const active = document.activeElement
      if (active !== document.body && !parts.some(({ current }) => current?.contains(active))) return
      event.preventDefault()
      keys[event.code]?.()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

type Quote = { readonly quotedId: string | undefined; readonly onQuote: ((passage: Passage) => void) | undefined }
const useQuote = (onTaken: () => void): Quote => {
  const form = Form.useFormInstance<RecordValues>()
  const step = Form.useWatch<RecordValues['step']>('step', form) ?? 'accept'
  const knowledge = Form.useWatch<RecordValues['knowledge']>('knowledge', { form, preserve: true })
  const quotedId = step === 'answer' ? knowledge?.itemId : undefined
  if (step === 'decline') return { quotedId, onQuote: undefined }
  const onQuote = ({ itemId, version, title, body }: Passage): void => {
    if (itemId === quotedId) return
    if (step !== 'answer') form.setFieldsValue({ step: 'answer' })
    quoteInto(form, { itemId, version, title }, body)
    onTaken()
  }
  return { quotedId, onQuote }
}

const Head = ({ found: { suggestions, isAnswered, isReading, isDown } }: { readonly found: Found }): ReactElement => {
  const text = useWords(assistantWords)
  const { by, version } = suggestions.source
  const from = by === 'model' ? fill(text.byModel, { version: version ?? '' }) : text.byRules
  return (
    <>
      <h2>
        {text.title} <span className="soft assistant-source">{isReading ? text.reading : isAnswered ? from : ''}</span>
      </h2>
      {isDown ? (
        <p className="assistant-down" role="status">
          {text.down}
        </p>
      ) : (
        <p className="soft">{isAnswered ? text.note : text.waiting}</p>
      )}
    </>
  )
}

/** For whoever does not see the panel: the first of each, once it is there. */
const Spoken = ({ found: { suggestions, isAnswered }, offers }: { readonly found: Found; readonly offers: Offers }): ReactElement => {
  const text = useWords(assistantWords)
  const listed = useListed()
  const first = [offers.kind, offers.subject, offers.place].flatMap(([offer]) => (offer === undefined ? [] : [offer.name]))
  const names = [...first, ...suggestions.units.slice(0, 1).map(({ unitName }) => unitName)]
  const sentence = names.length === 0 ? text.nothing : fill(text.found, { what: listed(names) })
  return (
    <p className="visually-hidden" aria-live="polite">
      {isAnswered ? sentence : ''}
    </p>
  )
}

const Fields = ({
  offers: { kind, subject, place, chosen },
  units,
}: {
  readonly offers: Offers
  readonly units: Suggestions['units']
}): ReactElement => {
  const text = useWords(assistantWords)
  return (
    <dl>
      <FieldRow field={text.kind} letter={letters.kind} offers={kind} chosen={chosen.kind} />
      <FieldRow field={text.subject} letter={letters.subject} offers={subject} chosen={chosen.subject} />
      <FieldRow field={text.place} letter={letters.place} offers={place} chosen={chosen.place} />
      <UnitRow units={units} />
    </dl>
  )
}

type Props = {
  /** What holds the form. */
  readonly within: Within
  readonly history: readonly OrderRow[]
  /** Opens the lines that can be called in; undefined where nobody is on the line. */
  readonly onLink: (() => void) | undefined
  /** Something was put into the form that nobody typed. */
  readonly onTaken: () => void
}

/** 第十条: what the words may mean, beside the form, while somebody talks. It sets nothing by itself. @clause 10-record */
export const AssistantPanel = ({ within, history, onLink, onTaken }: Props): ReactElement => {
  const text = useWords(assistantWords)
  const form = Form.useFormInstance<RecordValues>()
  const content = Form.useWatch<RecordValues['content']>('content', form) ?? ''
  const takes = useTakes(onTaken)
  const found = useSuggestions({ text: content, subject: takes.values.subject, place: takes.values.place })
  const { suggestions } = found
  const offers = useOffers(suggestions, takes)
  const { quotedId, onQuote } = useQuote(onTaken)
  const [passage] = suggestions.passages
  const panel = useRef<HTMLElement>(null)
  useTakeKeys([within, panel], {
    [`Key${letters.kind}`]: offers.kind[0]?.onTake,
    [`Key${letters.subject}`]: offers.subject[0]?.onTake,
    [`Key${letters.place}`]: offers.place[0]?.onTake,
    [`Key${letters.passage}`]: passage === undefined ? undefined : () => onQuote?.(passage),
  })
  return (
    <section ref={panel} className="sheet assistant" aria-label={text.title}>
      <Head found={found} />
      <Alarm urgent={suggestions.alarms.urgent} onLink={onLink} onTaken={onTaken} />
      <Fields offers={offers} units={suggestions.units} />
      <Warnings alarms={suggestions.alarms} onTaken={onTaken} />
      <Passages
        passages={suggestions.passages}
        onQuote={onQuote}
        quotedId={quotedId}
        isAnswered={found.isAnswered}
        letter={letters.passage}
      />
      <Alike suggestions={suggestions} chosen={takes.values} history={history} />
      <Spoken found={found} offers={offers} />
    </section>
  )
}
