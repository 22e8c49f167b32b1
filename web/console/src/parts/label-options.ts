import { useLabel } from '@open12345/ui/language.ts'

type Label = { readonly zh: string; readonly en: string }

/** Codes and their names, as a choice. */
export const useOptions = (): (<C extends string>(
  codes: readonly C[],
  labels: Readonly<Record<C, Label>>,
) => { value: C; label: string }[]) => {
  const label = useLabel()
  return (codes, labels) => codes.map((code) => ({ value: code, label: label(labels[code]) }))
}
