import { once } from 'node:events'
import { createServer } from 'node:net'

/** One that nobody listens on: on a taken one the answers of some other program would be measured. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}
