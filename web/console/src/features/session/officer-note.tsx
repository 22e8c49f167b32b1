import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useSession } from '../../api/session.ts'

const said = words({
  title: ['安全员', 'Security officer'],
  note: ['您是本单位的安全员，每季度复核一次本单位的授权。', 'You look once a quarter at who holds what in your unit.'],
  open: ['权限复核', 'Access review'],
})

/** The way to the review for whoever owes one; nothing for everybody else. */
export const OfficerNote = (): ReactElement | null => {
  const text = useWords(said)
  if ((useSession()?.officerOf ?? []).length === 0) return null
  return (
    <section className="sheet" aria-labelledby="officer">
      <h2 id="officer">{text.title}</h2>
      <p>
        {text.note} <Link to="/access-review">{text.open}</Link>
      </p>
    </section>
  )
}
