import { useMemo } from 'react'
import { formPrefix as prefix } from '../../../api/kept-here.ts'

const keptName = (name: string, orderId: string): string => `${name} ${orderId}`
const keep = (key: string, values: object): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(values))
  } catch {
    // Full or forbidden storage costs the copy, not the form.
  }
}

/** One step of an order fills in what the next one begins with. */
export const keepFor = (name: string, orderId: string, values: object): void => keep(prefix + keptName(name, orderId), values)

/** What was typed into a form, kept for this tab until it is sent: a reload or a crash loses no sentence, and the next person finds nothing. */
export const useKept = <V extends object>(
  name: string | undefined,
  orderId: string,
): { readonly values: Partial<V>; readonly keep: (values: V) => void; readonly forget: () => void } =>
  useMemo(() => {
    const key = name === undefined ? undefined : prefix + keptName(name, orderId)
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
        if (key !== undefined) keep(key, values)
      },
      forget: () => {
        if (key !== undefined) sessionStorage.removeItem(key)
      },
    }
  }, [name, orderId])
