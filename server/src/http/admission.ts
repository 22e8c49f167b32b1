import type { Access } from '@open12345/contract/kernel'
import type { FastifyRequest } from 'fastify'
import { identify, isEntitled } from './access.ts'
import { credentialsOf, keepAdmitted, type Border } from './border.ts'
import { Refused } from './refused.ts'

const missing: Readonly<Record<Access['kind'], string>> = {
  public: 'access.not-signed-in',
  staff: 'access.not-signed-in',
  requester: 'access.not-tracked',
  machine: 'access.no-key',
}

/** Runs after the limits, so that guessing is counted, and before the body is read: a stranger's upload is not even received. */
export const admission =
  (border: Border, access: Access) =>
  async (request: FastifyRequest): Promise<void> => {
    const admitted = await identify(access, credentialsOf(request), border.app, border.gate)
    if (admitted === undefined) throw new Refused({ code: missing[access.kind] })
    keepAdmitted(request, admitted)
    if (!isEntitled(access, admitted, border.gate)) throw new Refused({ code: 'access.not-entitled' })
  }
