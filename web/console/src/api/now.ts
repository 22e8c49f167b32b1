import { useSyncExternalStore } from 'react'

const everyMs = 15_000
let now = Date.now()
const watchers = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  ticking ??= setInterval(() => {
    now = Date.now()
    for (const each of watchers) each()
  }, everyMs)
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) {
      clearInterval(ticking)
      ticking = undefined
    }
  }
}

/** The present instant, renewed four times a minute: for the time that is left, never for a due time. */
export const useNow = (): number => useSyncExternalStore(watch, () => now)
