import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { keys } from './keys.ts'

type LiveEvent = { readonly topic: string; readonly stage?: string; readonly unitId?: string; readonly orderId?: string }
type LiveState = 'connecting' | 'open' | 'broken'

let state: LiveState = 'connecting'
const watchers = new Set<() => void>()

const setState = (next: LiveState): void => {
  if (next === state) return
  state = next
  for (const watcher of watchers) watcher()
}
const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
export const useLiveState = (): LiveState => useSyncExternalStore(watch, () => state)

const staleKeys = (event: LiveEvent): readonly (readonly unknown[])[] => {
  // The server lost the thread: everything may be stale.
  if (event.topic === 'resync') return [[]]
  if (event.topic === 'signed-out') return [keys.session]
  if (event.topic === 'contact') return [keys.contacts]
  if (event.topic === 'message') return [keys.messages]
  const lists = [keys.orders, keys.board]
  return event.orderId === undefined ? lists : [...lists, keys.order(event.orderId)]
}

const topics = ['stage', 'order', 'contact', 'message', 'resync', 'signed-out'] as const
/** A busy centre sends many events a second; what they make stale is asked again at most this often. */
const gatherMs = 400
const furthestWaitMs = 20_000

const parse = (data: string): LiveEvent | undefined => {
  try {
    return JSON.parse(data) as LiveEvent
  } catch {
    return undefined
  }
}

const listen = (queries: QueryClient): (() => void) => {
  const stale = new Map<string, readonly unknown[]>()
  let gathering: ReturnType<typeof setTimeout> | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  let source: EventSource | undefined
  let tries = 0

  const refresh = (): void => {
    gathering = undefined
    for (const queryKey of stale.values()) void queries.invalidateQueries({ queryKey })
    stale.clear()
  }
  const take = ({ data }: MessageEvent<string>): void => {
    const event = parse(data)
    if (event === undefined) return
    for (const key of staleKeys(event)) stale.set(JSON.stringify(key), key)
    gathering ??= setTimeout(refresh, gatherMs)
  }
  const connect = (): void => {
    source = new EventSource('/api/v1/live')
    for (const topic of topics) source.addEventListener(topic, take)
    source.onopen = () => {
      const missedSomething = tries > 0
      tries = 0
      setState('open')
      if (missedSomething) void queries.invalidateQueries()
    }
    source.onerror = () => {
      source?.close()
      tries += 1
      setState('broken')
      waiting = setTimeout(connect, Math.min(1000 * 2 ** Math.min(tries, 5), furthestWaitMs))
    }
  }
  const lose = (): void => setState('broken')
  const regain = (): void => {
    clearTimeout(waiting)
    source?.close()
    tries += 1
    connect()
  }
  window.addEventListener('offline', lose)
  window.addEventListener('online', regain)
  connect()
  return () => {
    window.removeEventListener('offline', lose)
    window.removeEventListener('online', regain)
    clearTimeout(gathering)
    clearTimeout(waiting)
    source?.close()
    setState('connecting')
  }
}

/** One line to the server for the whole console: what changed there is asked again here. Nothing polls. */
export const useLive = (isOn: boolean): void => {
  const queries = useQueryClient()
  useEffect(() => (isOn ? listen(queries) : undefined), [isOn, queries])
}
