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

  const tellAll = (): void => ears.forEach((heard) => heard.forEach((one) => one(undefined)))

  const connectOnce = async (): Promise<void> => {
    const connection = new Client({ connectionString: url, application_name: 'open12345 notices', keepAlive: true })
    const lost = new Promise<void>((resolve) => {
      connection.once('end', resolve)
      connection.on('error', () => resolve())
    })
    connection.on('notification', ({ channel, payload }) => ears.get(channel)?.forEach((heard) => heard(payload ?? '')))
    await connection.connect()
    client = connection
    for (const channel of ears.keys()) await connection.query(`listen ${escapeIdentifier(channel)}`)
    tellAll()
    closing.signal.addEventListener('abort', () => void connection.end().catch(() => {}), { once: true })
    await lost
  }
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await connectOnce().catch(() => {})
      client = undefined
      await pause(retryMs, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }
  const on = (channel: string, heard: Heard): (() => void) => {
    const known = ears.get(channel)
    const listening = known ?? new Set<Heard>()
    listening.add(heard)
    ears.set(channel, listening)
    if (known === undefined) void client?.query(`listen ${escapeIdentifier(channel)}`).catch(() => {})
    running ??= run()
    return () => void listening.delete(heard)
  }
  const close = async (): Promise<void> => {
    closing.abort()
    await running
  }
  return { on, close }
}
