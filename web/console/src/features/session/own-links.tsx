import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useEntrance, useSession } from '../../api/session.ts'
import { Answered } from '../../parts/states.tsx'
import { GoElsewhere } from './go-elsewhere.tsx'

const said = words({
  title: ['统一身份', 'Identity of your unit'],
  note: [
    '关联后可用本单位的统一身份系统登录。须用动态码的岗位仍用口令和动态码登录。解除关联请联系安全管理员。',
    'Once linked you may sign in by your unit’s system. Roles that ask for a code still use password and code. The security administrator removes a link.',
  ],
  since: ['关联于 {at}', 'Linked {at}'],
  used: ['最近使用 {at}', 'last used {at}'],
  byPassword: ['请用口令登录后再关联。', 'Sign in with your password to link.'],
})

export const OwnLinks = (): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  const session = useSession()
  const isOffered = (useEntrance()?.providers.length ?? 0) > 0
  const asked = useQuery({ queryKey: ['own-links'], queryFn: ({ signal }) => api.listOwnLinks({ signal }) })
  if (!isOffered && (asked.data?.items.length ?? 0) === 0) return null
  return (
    <section className="sheet" aria-labelledby="own-links">
      <h2 id="own-links">{text.title}</h2>
      <p className="soft">{text.note}</p>
      <Answered asked={asked}>
        {({ items }) => (
          <>
            <ul className="plain-rows">
              {items.map(({ linkId, providerName, linkedAt, lastUsedAt }) => (
                <li key={linkId}>
                  <div>
                    <strong>{providerName}</strong>
                    <div className="soft">
                      {fill(text.since, { at: fullInstantText(linkedAt, language) })}
                      {lastUsedAt === null ? '' : ` · ${fill(text.used, { at: fullInstantText(lastUsedAt, language) })}`}
                    </div>
                  </div>
                </li>
              ))}
            </ul>
            {session?.byPassword === true ? (
              <GoElsewhere purpose="link" without={items.map(({ providerId }) => providerId)} />
            ) : (
              <p>{text.byPassword}</p>
            )}
          </>
        )}
      </Answered>
    </section>
  )
}
