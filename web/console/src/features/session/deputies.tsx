import { roleLabels } from '@open12345/contract/vocabulary'
import type { ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { useSession } from '../../api/session.ts'

const said = words({
  title: ['代理', 'Standing in'],
  one: ['代理 {name} 的“{role}”（{unit}），至 {at}', 'For {name} as {role} ({unit}), until {at}'],
  note: ['您所办的事项都记在您自己名下。', 'What you do is recorded under your own name.'],
})

const isRole = (role: string): role is keyof typeof roleLabels => role in roleLabels

/** For whom one stands in now; nothing where for nobody. */
export const Deputies = (): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  const deputies = useSession()?.deputies ?? []
  if (deputies.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="deputies">
      <h2 id="deputies">{text.title}</h2>
      <ul className="plain-rows">
        {deputies.map(({ name, role, unitName, to }) => (
          <li key={`${role} ${unitName} ${name}`}>
            {fill(text.one, { name, role: isRole(role) ? label(roleLabels[role]) : role, unit: unitName, at: instantText(to, language) })}
          </li>
        ))}
      </ul>
      <p className="soft">{text.note}</p>
    </section>
  )
}
