import { all, make } from './select.ts'

const storageKey = 'open12345.draft'
const kept = ['kind', 'content', 'place', 'addressDetail', 'aboutUnitId'] as const
type Draft = Partial<Record<(typeof kept)[number], string>>

const read = (): Draft => {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Draft
  } catch {
    return {}
  }
}
const write = (draft: Draft | undefined): void => {
  try {
    if (draft === undefined) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing, keeps nothing.
  }
}

const valueOf = (form: HTMLFormElement, name: string): string => String(new FormData(form).get(name) ?? '')

/** A phone that is shared must not tell of a report, nor of what somebody wants kept secret. */
const isSecret = (form: HTMLFormElement): boolean =>
  valueOf(form, 'kind') === 'report' || valueOf(form, 'confidential') === 'on' || valueOf(form, 'anonymous') === 'on'

const restore = (form: HTMLFormElement, draft: Draft): void => {
  for (const name of kept) {
    const value = draft[name]
    if (value === undefined || value === '' || valueOf(form, name) !== '') continue
    for (const field of all<HTMLInputElement>(form, `[name="${name}"]`)) {
      if (field.type === 'radio') field.checked = field.value === value
      else field.value = value
      field.dispatchEvent(new Event('restored'))
    }
  }
}

/** What is half written survives a call, a lost line or an empty battery; sent, it is forgotten. */
export const keepDraft = (root: Document): void => {
  if (all(root, '[data-filed]').length > 0) write(undefined)
  const [form] = all<HTMLFormElement>(root, 'form[data-draft]')
  if (form === undefined) return
  restore(form, read())
  const [note] = all<HTMLElement>(form, '[data-draft-note]')
  if (note !== undefined) note.appendChild(make('span', note.getAttribute('data-draft-note') ?? ''))
  let waiting = 0
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => {
      if (isSecret(form)) return write(undefined)
      const draft: Draft = {}
      for (const name of kept) draft[name] = valueOf(form, name)
      write(draft)
    }, 400)
  })
}
