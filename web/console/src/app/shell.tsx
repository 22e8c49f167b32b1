import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useLive } from '../api/live.ts'
import { useSession } from '../api/session.ts'
import { useModel } from '../features/model/use-model.ts'
import { placesFor } from './navigation.ts'
import { DemonstrationMark } from './demonstration-mark.tsx'
import { TopBar } from './top-bar.tsx'

const said = words({ skip: ['跳到正文', 'Skip to the content'] })

/** Alt + figure or letter goes to a desk. */
const useDeskKeys = (actions: readonly string[]): void => {
  const navigate = useNavigate()
  const { isKnown } = useModel()
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      const place = placesFor(actions, isKnown).find(({ key }) => event.code === `Digit${key}` || event.code === `Key${key}`)
      if (place === undefined) return
      event.preventDefault()
      void navigate({ to: place.to })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [actions, isKnown, navigate])
}

/** A session that ended elsewhere leads to the sign-in page, which leads back here. */
const useReturnTicket = (isSignedIn: boolean): void => {
  const navigate = useNavigate()
  const href = useLocation({ select: (location) => location.href })
  useEffect(() => {
    if (!isSignedIn) void navigate({ to: '/sign-in', search: { to: href } })
    // Only the moment of signing out counts, not each move.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isSignedIn])
}

const nobody: readonly string[] = []

export const Shell = (): ReactElement | null => {
  const text = useWords(said)
  const session = useSession()
  const actions = session?.actions ?? nobody
  useLive(actions.includes('live.listen'))
  useDeskKeys(actions)
  useReturnTicket(session !== null)
  const isWall = useLocation({ select: ({ search }) => 'wall' in search })
  if (session === null) return null
  return (
    <>
      <a className="skip-link" href="#content">
        {text.skip}
      </a>
      {isWall ? null : <TopBar session={session} />}
      <main id="content" tabIndex={-1}>
        {isWall ? <DemonstrationMark session={session} /> : null}
        <Outlet />
      </main>
    </>
  )
}
