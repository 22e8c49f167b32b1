import type { ContactView } from '@open12345/contract/contact'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { contactDraftPrefix as prefix } from '../../api/kept-here.ts'
import type { RecordValues } from './record-values.ts'

type Kept = { readonly savedAt: string; readonly values: Partial<RecordValues> }
export type DraftState = { readonly savedAt: string; readonly where: 'server' | 'here' } | null

const waitMs = 1200

const parse = (text: string | null): Kept | undefined => {
  try {
    const kept = text === null ? undefined : (JSON.parse(text) as Partial<Kept>)
    return typeof kept?.savedAt === 'string' && typeof kept.values === 'object' ? (kept as Kept) : undefined
  } catch {
    return undefined
  }
}
const readHere = (contactId: string): string | null => {
  try {
    return localStorage.getItem(prefix + contactId)
  } catch {
    return null
  }
}

/** The newer of the two copies: the browser's own survives a lost connection, the server's survives a lost computer. */
export const draftOf = ({ contactId, draft }: ContactView): Partial<RecordValues> | undefined => {
  const [here, there] = [parse(readHere(contactId)), parse(draft)]
  if (here === undefined || there === undefined) return (here ?? there)?.values
  return here.savedAt >= there.savedAt ? here.values : there.values
}

const keepHere = (contactId: string, text: string): void => {
  try {
    localStorage.setItem(prefix + contactId, text)
  } catch {
    // The server's copy remains.
  }
}

export const forgetDraft = (contactId: string): void => {
  try {
    localStorage.removeItem(prefix + contactId)
  } catch {
    // Nothing was kept.
  }
}

/** Keeps the half-filled form: here at once, on the server when the typing pauses. */
export const useDraft = (contactId: string) => {
  const [state, setState] = useState<DraftState>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const send = (text: string, savedAt: string): void =>
    void api.saveContactDraft({ params: { contactId }, body: { draft: text } }).then(
      () => setState({ savedAt, where: 'server' }),
      () => setState({ savedAt, where: 'here' }),
    )
  return {
    state,
    keep: (values: Partial<RecordValues>): void => {
      const savedAt = new Date().toISOString()
      const text = JSON.stringify({ savedAt, values } satisfies Kept)
      keepHere(contactId, text)
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => send(text, savedAt), waitMs)
    },
  }
}
