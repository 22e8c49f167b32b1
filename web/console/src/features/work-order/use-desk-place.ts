import { useNavigate, useSearch } from '@tanstack/react-router'

/** Which tab and which order of a desk is open; it stands in the address, so that a reload and the back button keep the place. */
export const useDeskPlace = () => {
  const { order, tab } = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (next: { readonly order?: string | undefined; readonly tab?: string | undefined }): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...next }) })
  return { order, tab, go }
}
