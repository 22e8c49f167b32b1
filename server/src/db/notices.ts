import { setTimeout as pause } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'

/** What another process told; undefined after the connection was lost, when something may have been missed. */
export type Heard = (payload: string | undefined) => void
/** Ears on PostgreSQL's channels. The answer stops listening. */
export type Notices = { readonly on: (channel: string, heard: Heard) => () => void; readonly close: () => Promise<void> }

const retryMs = 1_000

/** One connection for all channels, opened when somebody first listens, and again whenever it is lost. */
export const noticesOf = (url: string): Notices => {
  const ears = new Map<string, Set<Heard>>()
  const closing = new AbortController()
  let client: Client | undefined
  let running: Promise<void> | undefined

  /** From here on nothing is missed; before it, something may have been. */
  const listen = async (connection: Client, channel: string): Promise<void> => {
    await connection.query(`listen ${escapeIdentifier(channel)}`)
    ears.get(channel)?.forEach((heard) => heard(undefined))
  }

  const connectOnce = async (): Promise<void> => {
    const connection = new Client({ connectionString: url, application_name: 'open12345 notices', keepAlive: true })
    const lost = Promise.withResolvers<void>()
    connection.once('end', lost.resolve)
    connection.on('error', () => lost.resolve())
    connection.on('notification', ({ channel, payload }) => ears.get(channel)?.forEach((heard) => heard(payload ?? '')))
    await connection.connect()
    try {
      client = connection
      closing.signal.addEventListener('abort', () => lost.resolve(), { once: true })
      for (const channel of ears.keys()) await listen(connection, channel)
      if (!closing.signal.aborted) await lost.promise
    } finally {
      client = undefined
      await connection.end().catch(() => {})
    }
  }
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await connectOnce().catch(() => {})
      await pause(retryMs, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }
  const on = (channel: string, heard: Heard): (() => void) => {
    const known = ears.get(channel)
    const listening = known ?? new Set<Heard>()
    listening.add(heard)
    ears.set(channel, listening)
    if (known === undefined && client !== undefined) void listen(client, channel).catch(() => {})
    running ??= run()
    return () => void listening.delete(heard)
  }
  const close = async (): Promise<void> => {
    closing.abort()
    await running
  }
  return { on, close }
}
