import { useSyncExternalStore } from 'react'

export type Language = 'zh-CN' | 'en'
type Pair = readonly [zh: string, en: string]
export type Words<K extends string> = Readonly<Record<K, Pair>>

const storageKey = 'open12345.language'
const read = (): Language => {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

let current: Language = read()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const currentLanguage = (): Language => current
export const setLanguage = (language: Language): void => {
  current = language
  document.documentElement.lang = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that keeps nothing still shows the language until the page is closed.
  }
  for (const listener of listeners) listener()
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage)

/** A table of sentences; each key needs both languages, and only its keys can be asked for. */
export const words = <const K extends string>(table: Words<K>): Words<K> => table

const chosen = new WeakMap<object, Partial<Record<Language, Record<string, string>>>>()
const inLanguage = <K extends string>(table: Words<K>, language: Language): Readonly<Record<K, string>> => {
  const known = chosen.get(table) ?? {}
  chosen.set(table, known)
  known[language] ??= Object.fromEntries(Object.entries<Pair>(table).map(([key, [zh, en]]) => [key, language === 'en' ? en : zh]))
  return known[language] as Readonly<Record<K, string>>
}

export const useWords = <K extends string>(table: Words<K>): Readonly<Record<K, string>> => inLanguage(table, useLanguage())

/** For what is said outside a component: a notification, an error's sentence. */
export const sayWords = <K extends string>(table: Words<K>): Readonly<Record<K, string>> => inLanguage(table, current)

/** Fills {placeholders}. */
export const fill = (sentence: string, facts: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))

/** Several names in one sentence. */
export const useListed = (): ((names: readonly string[]) => string) => {
  const language = useLanguage()
  return (names) => names.join(language === 'en' ? '; ' : '、')
}

type Label = { readonly zh: string; readonly en: string }
export const useLabel = (): ((label: Label | undefined) => string) => {
  const language = useLanguage()
  return (label) => (label === undefined ? '' : language === 'en' ? label.en : label.zh)
}
