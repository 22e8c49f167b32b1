import { z } from 'zod'
import { CannotStart } from '../../cannot-start.ts'
import type { GatewaySettings } from './gateway.ts'

export type SmsSettings = {
  /** Who signs a message, in 【】. */
  readonly sender: string
  /** Undefined: the simulator. */
  readonly gateway: GatewaySettings | undefined
}

const flag = z.stringbool({ truthy: ['1', 'true', 'yes', 'on'], falsy: ['0', 'false', 'no', 'off'] })
const environment = z.object({
  OPEN12345_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPEN12345_SMS_SECRET: z.string().min(16).optional(),
  OPEN12345_SMS_SIGNATURE: z.enum(['sm3', 'sha256']).default('sm3'),
  OPEN12345_SMS_DEDUPLICATES: flag.default(false),
  OPEN12345_SMS_SENDER: z.string().min(2).max(20).default('凉山12345'),
})

/** SMS settings from the environment; an empty variable counts as none. */
export const readSmsSettings = (variables: Readonly<Record<string, string | undefined>>): SmsSettings => {
  const read = environment.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')))
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0])
    throw new CannotStart(`环境变量 ${name} 取值不对。`, `The environment variable ${name} has a value that is not understood.`)
  }
  const env = read.data
  if (env.OPEN12345_SMS_URL === undefined) return { sender: env.OPEN12345_SMS_SENDER, gateway: undefined }
  if (env.OPEN12345_SMS_SECRET === undefined)
    throw new CannotStart(
      '设置了 OPEN12345_SMS_URL，还须设置 OPEN12345_SMS_SECRET（至少 16 个字符）。',
      'OPEN12345_SMS_URL needs OPEN12345_SMS_SECRET beside it (16 characters or more).',
    )
  return {
    sender: env.OPEN12345_SMS_SENDER,
    gateway: {
      url: env.OPEN12345_SMS_URL,
      secret: env.OPEN12345_SMS_SECRET,
      algorithm: env.OPEN12345_SMS_SIGNATURE,
      deduplicates: env.OPEN12345_SMS_DEDUPLICATES,
      timeoutMs: 10_000,
    },
  }
}
