import type { OrderView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { usePersonText } from '../fields/people-select.tsx'

const said = words({
  title: ['知悉人员', 'Who may know of it'],
  note: [
    '这件工单已密封：除以下各人，谁也看不到、查不到，请勿与他人谈论。',
    'The order is sealed: nobody else sees or finds it. Do not speak of it.',
  ],
  left: ['已不在岗', 'works here no more'],
})

/** 20c: who is named, for each of them. */
export const OrderKnownTo = ({ order: { knownTo } }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const textOf = usePersonText()
  if (knownTo === null) return null
  return (
    <section className="sheet" aria-label={text.title}>
      <h3>{text.title}</h3>
      <p className="soft">{text.note}</p>
      <ul className="known-to">
        {knownTo.map((person) => (
          <li key={person.accountId}>
            {textOf(person)}
            {person.roles.length === 0 ? <span className="soft"> · {text.left}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
