import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Waiting } from '../../parts/states.tsx'
import { Outside } from './outside.tsx'

const said = words({
  title: ['统一身份登录', 'Signing in by your unit'],
  waiting: ['正在核对统一身份系统返回的信息…', 'Checking what your unit’s system said …'],
  again: ['返回登录页', 'Back to the sign-in page'],
})

/** Where the identity provider sends the browser back to. */
export const ElsewherePage = (): ReactElement => {
  const text = useWords(said)
  const router = useRouter()
  const queries = useQueryClient()
  const finish = useMutation({
    mutationFn: () => api.finishElsewhere({ body: { query: location.search || '?' } }),
    onSuccess: async ({ purpose }) => {
      queries.clear()
      await router.navigate({ to: purpose === 'link' ? '/me' : '/', replace: true })
      await router.invalidate()
    },
  })
  const { mutate } = finish
  // What came back is good for one question only; React asks twice in development.
  const isAsked = useRef(false)
  useEffect(() => {
    if (!isAsked.current) mutate()
    isAsked.current = true
  }, [mutate])
  return (
    <Outside title={text.title}>
      {finish.isError ? null : (
        <>
          <p role="status">{text.waiting}</p>
          <Waiting rows={2} />
        </>
      )}
      <ProblemNote error={finish.error} />
      {finish.isError ? (
        <Link to="/sign-in" search={{}}>
          {text.again}
        </Link>
      ) : null}
    </Outside>
  )
}
