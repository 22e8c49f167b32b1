import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { RulingList } from './ruling-list.tsx'

const said = words({ title: ['同一事项的裁定先例', 'Precedents on this subject'] })

/** What was decided on the order's subject before, beside the form that decides anew. */
export const Precedents = ({ subject }: { readonly subject: string | null }): ReactElement | null => {
  const text = useWords(said)
  if (subject === null) return null
  return (
    <details className="precedents" open>
      <summary>{text.title}</summary>
      <RulingList subject={subject} />
    </details>
  )
}
