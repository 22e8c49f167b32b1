import { useMemo } from 'react'
import { formPrefix as prefix } from '../../../api/kept-here.ts'

/** What was typed into a form, kept for this tab until it is sent: a reload or a crash loses no sentence, and the next person finds nothing. */
export const useKept = <V extends object>(
  name: string | undefined,
): { readonly values: Partial<V>; readonly keep: (values: V) => void; readonly forget: () => void } =>
  useMemo(() => {
    const key = name === undefined ? undefined : prefix + name
    const read = (): Partial<V> => {
      try {
        return key === undefined ? {} : (JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<V>)
      } catch {
        return {}
      }
    }
    return {
      values: read(),
      keep: (values) => {
        try {
          if (key !== undefined) sessionStorage.setItem(key, JSON.stringify(values))
        } catch {
          // Full or forbidden storage costs the copy, not the form.
        }
      },
      forget: () => {
        if (key !== undefined) sessionStorage.removeItem(key)
      },
    }
  }, [name])
