import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Client, Connection } from 'pg'

/** What the driver's connection has beyond its published types. */
type Wire = Connection & {
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
  readonly sendCopyFail: (reason: string) => void
  readonly stream: Writable & Readable
}

type Messages = {
  readonly onData?: (chunk: Buffer, wire: Wire) => void
  readonly onReady?: (wire: Wire) => void
}

/** The driver knows rows only; this speaks COPY over its connection, and answers PostgreSQL's count of rows. */
const converse = (client: Client, sql: string, { onData, onReady }: Messages): Promise<number> =>
  new Promise((resolve, reject) => {
    let failure: Error | undefined
    let count = 0
    client.query({
      submit: (connection: Connection) => (connection as Wire).query(sql),
      handleCopyInResponse: (wire: Wire) => onReady?.(wire),
      handleCopyData: ({ chunk }: { readonly chunk: Buffer }, wire: Wire) => onData?.(chunk, wire),
      handleCommandComplete: ({ text }: { readonly text: string }) => void (count = Number(text.split(' ')[1] ?? 0)),
      handleError: (error: Error) => void (failure = error),
      handleReadyForQuery: () => (failure === undefined ? resolve(count) : reject(failure)),
    } as never)
  })

/** `copy … to stdout` into a stream, no faster than that takes it. */
export const copyOut = async (client: Client, sql: string, sink: Writable): Promise<number> => {
  let room: Promise<unknown> | undefined
  const waitForRoom = async (wire: Wire): Promise<void> => {
    wire.stream.pause()
    // A sink that fails says so to its own reader; the rest of the rows is let through and dropped.
    await once(sink, 'drain').catch(() => {})
    room = undefined
    wire.stream.resume()
  }
  const onData = (chunk: Buffer, wire: Wire): void => {
    if (sink.destroyed) return
    // Trap: the chunk is a view of the connection's buffer, which is used again.
    if (!sink.write(Buffer.from(chunk))) room ??= waitForRoom(wire)
  }
  const count = await converse(client, sql, { onData })
  // Trap: a stream that is ended while it is full never says `drain`, and the connection would stay paused.
  await room
  return count
}

const feed = async (wire: Wire, source: Readable): Promise<void> => {
  try {
    for await (const chunk of source) {
      wire.sendCopyFromChunk(chunk as Buffer)
      if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
    }
    wire.endCopyFrom()
  } catch (error) {
    wire.sendCopyFail(error instanceof Error ? error.message : 'source failed')
  }
}

/** `copy … from stdin` out of a stream. */
export const copyIn = (client: Client, sql: string, source: Readable): Promise<number> =>
  converse(client, sql, { onReady: (wire) => void feed(wire, source) })
