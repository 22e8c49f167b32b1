import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const tagLength = 32

const derived = (password: string, nonce: Buffer): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost })

/** `argon2id$memory$passes$lanes$salt$tag`: carries its cost, so that a later one can be told apart. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await derived(password, nonce)
  return ['argon2id', cost.memory, cost.passes, cost.parallelism, nonce.toString('base64'), tag.toString('base64')].join('$')
}

const nobody = { nonce: Buffer.alloc(16), tag: randomBytes(tagLength) }

const parse = (stored: string): { readonly nonce: Buffer; readonly tag: Buffer } => {
  const [kind, memory, passes, lanes, nonce, tag] = stored.split('$')
  if (kind !== 'argon2id' || nonce === undefined || tag === undefined) throw new Error('a password hash is damaged')
  if ([memory, passes, lanes].join() !== Object.values(cost).join()) throw new Error('a password hash has another cost')
  return { nonce: Buffer.from(nonce, 'base64'), tag: Buffer.from(tag, 'base64') }
}

/** Where no account is, the same work is done, so that the time of the answer tells nothing. */
export const matchesPassword = async (password: string, stored: string | undefined): Promise<boolean> => {
  const { nonce, tag } = stored === undefined ? nobody : parse(stored)
  const isEqual = timingSafeEqual(await derived(password, nonce), tag)
  return stored !== undefined && isEqual
}
