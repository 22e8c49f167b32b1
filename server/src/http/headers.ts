import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Own scripts only. Styles may be inline: the console's components write them; images may come from a canvas or an upload's preview. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: [`'self'`],
    scriptSrc: [`'self'`],
    styleSrc: [`'self'`, `'unsafe-inline'`],
    imgSrc: [`'self'`, 'data:', 'blob:'],
    mediaSrc: [`'self'`, 'blob:'],
    fontSrc: [`'self'`, 'data:'],
    connectSrc: [`'self'`],
    objectSrc: [`'none'`],
    baseUri: [`'none'`],
    formAction: [`'self'`],
    frameAncestors: [`'none'`],
  },
}

export const registerHeaders = async (server: FastifyInstance): Promise<void> => {
  await server.register(helmet, {
    contentSecurityPolicy,
    // Only behind https, where the proxy's X-Forwarded-Proto says so: see below.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
  })
}
