import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useEntrance } from '../../api/session.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'

const said = words({
  'sign-in': ['用{name}统一身份登录', 'Sign in by {name}'],
  link: ['关联{name}统一身份', 'Link {name}'],
})

type Props = { readonly purpose: 'sign-in' | 'link'; readonly without?: readonly string[] }

/** One button for each identity provider that is open; nothing where there is none. */
export const GoElsewhere = ({ purpose, without = [] }: Props): ReactElement | null => {
  const text = useWords(said)
  const providers = (useEntrance()?.providers ?? []).filter(({ providerId }) => !without.includes(providerId))
  const go = useMutation({
    mutationFn: (providerId: string) => api.beginElsewhere({ body: { providerId, purpose } }),
    onSuccess: ({ to }) => location.assign(to),
  })
  if (providers.length === 0) return null
  return (
    <div className="elsewhere">
      <ProblemNote error={go.error} />
      {providers.map(({ providerId, name }) => (
        <Button key={providerId} size="large" block={purpose === 'sign-in'} loading={go.isPending} onClick={() => go.mutate(providerId)}>
          {fill(text[purpose], { name })}
        </Button>
      ))}
    </div>
  )
}
