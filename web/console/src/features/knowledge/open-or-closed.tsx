import { Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { Answered, Nothing, type Asked } from '../../parts/states.tsx'

const said = words({
  which: ['哪些', 'Which'],
  open: ['待办', 'Open'],
  closed: ['已办结', 'Closed'],
  how: ['期限怎么算', 'How it was counted'],
})

export type OpenState = 'open' | 'closed'
type Props<Item> = {
  readonly title: string
  readonly none: string
  readonly useList: (state: OpenState) => Asked<{ readonly items: readonly Item[] }>
  readonly children: (item: Item) => ReactElement
}

/** A list of what waits, or of what is done. */
export const OpenOrClosed = <Item,>({ title, none, useList, children }: Props<Item>): ReactElement => {
  const text = useWords(said)
  const [state, setState] = useState<OpenState>('open')
  return (
    <section className="sheet" aria-label={title}>
      <Segmented
        aria-label={text.which}
        value={state}
        options={(['open', 'closed'] as const).map((value) => ({ value, label: text[value] }))}
        onChange={setState}
      />
      <Answered asked={useList(state)}>
        {({ items }) => (items.length === 0 ? <Nothing>{none}</Nothing> : <ul>{items.map(children)}</ul>)}
      </Answered>
    </section>
  )
}

/** The sentences that say how a due time was counted. */
export const HowCounted = ({ explanation }: { readonly explanation: readonly string[] }): ReactElement => {
  const text = useWords(said)
  return (
    <details className="soft">
      <summary>{text.how}</summary>
      {explanation.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </details>
  )
}
