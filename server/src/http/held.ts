import type { FastifyRequest } from 'fastify'

/** Whether the asker holds the body of this tag already; a proxy that packs bodies calls every tag weak. */
export const isHeld = ({ headers }: FastifyRequest, tag: string): boolean => {
  const held = (headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return held.includes(tag) || held.includes('*')
}
