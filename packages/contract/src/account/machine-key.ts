import { z } from 'zod'
import { instant, machineScopes, route, uuid } from '../kernel/index.ts'

const scope = z.enum(machineScopes)

export const machineKeyView = z
  .object({
    keyId: uuid,
    name: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    scopes: z.array(scope),
    createdAt: instant,
    rotatedAt: instant.nullable(),
    formerUntil: instant.nullable().describe('Until when the secret before still works'),
    expiresAt: instant,
    lastUsedAt: instant.nullable().describe('To the minute'),
    state: z.enum(['in-force', 'expired', 'revoked']),
  })
  .meta({ id: 'MachineKey' })
export type MachineKeyView = z.infer<typeof machineKeyView>

const tag = 'accounts'
const manage = { kind: 'staff', action: 'account.manage' } as const
const params = z.object({ keyId: uuid })
const withSecret = z.object({ key: machineKeyView, secret: z.string().describe('Shown once; only its hash is kept') })

export const machineKeyRoutes = {
  listMachineKeys: route({
    method: 'GET',
    path: '/machine-keys',
    summary: '接口密钥 Keys of outside systems',
    tag,
    access: manage,
    response: z.object({ items: z.array(machineKeyView) }),
  }),
  createMachineKey: route({
    method: 'POST',
    path: '/machine-keys',
    summary: '发放接口密钥 A key for an outside system, for the scopes named and a year at most',
    tag,
    access: manage,
    body: z.object({
      name: z.string().trim().min(1).max(60),
      unitId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
      scopes: z.array(scope).min(1).max(machineScopes.length),
      expiresAt: instant,
    }),
    response: withSecret,
    status: 201,
    command: true,
  }),
  rotateMachineKey: route({
    method: 'POST',
    path: '/machine-keys/:keyId/rotate',
    summary: '更换接口密钥 A new secret; the one before works for another 24 hours',
    tag,
    access: manage,
    params,
    response: withSecret,
    status: 201,
    command: true,
  }),
  revokeMachineKey: route({
    method: 'POST',
    path: '/machine-keys/:keyId/revoke',
    summary: '收回接口密钥 Revoke it at once, with the secret before',
    tag,
    access: manage,
    params,
    response: machineKeyView,
    command: true,
  }),
} as const
