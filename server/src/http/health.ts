import type { FastifyInstance } from 'fastify'

/** A part that must work; a check that fails or throws tells no more than its name. */
export type Checks = Readonly<Record<string, () => Promise<boolean>>>

const outcome = async (check: () => Promise<boolean>): Promise<'ok' | 'failed'> => {
  try {
    return (await check()) ? 'ok' : 'failed'
  } catch {
    return 'failed'
  }
}

export const registerHealth = (server: FastifyInstance, checks: Checks): void => {
  server.get('/healthz', { schema: { hide: true } }, async (_, reply) => {
    const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const))
    const isWell = results.every(([, result]) => result === 'ok')
    return reply
      .code(isWell ? 200 : 503)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ status: isWell ? 'ok' : 'failed', checks: Object.fromEntries(results) }))
  })
}
