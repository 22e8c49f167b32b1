import { useSyncExternalStore } from 'react'

/** What arrived while this page was open. It is a memory of the page, not a second work list. */
export type Notice = {
  readonly key: string
  readonly title: string
  readonly orderId: string
  readonly urgent: boolean
  readonly at: string
  readonly seen: boolean
}

const atMost = 30
let notices: readonly Notice[] = []
const watchers = new Set<() => void>()
const set = (next: readonly Notice[]): void => {
  notices = next
  for (const watcher of watchers) watcher()
}
const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useNotices = (): readonly Notice[] => useSyncExternalStore(watch, () => notices)
export const addNotices = (added: readonly Omit<Notice, 'seen'>[]): void => {
  const fresh = added.filter(({ key }) => notices.every((known) => known.key !== key))
  if (fresh.length > 0) set([...fresh.map((notice) => ({ ...notice, seen: false })), ...notices].slice(0, atMost))
}
export const seeNotices = (): void => set(notices.map((notice) => ({ ...notice, seen: true })))
