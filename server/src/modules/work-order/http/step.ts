import type { Command } from '@open12345/domain/work-order'
import type { Route, RouteInput } from '@open12345/contract/kernel'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import type { Call } from '../../../http/call.ts'
import { mount, type Endpoint } from '../../../http/mount.ts'
import { runCommand } from '../write/command.ts'
import type { Words } from '../write/texts.ts'
import { doerOf, taken } from './call.ts'

type Body<E> = RouteInput<E>['body']

/** A step's route: the body becomes the command, its words get ids, the answer is what became of it. */
export const step = <E extends Route>(
  route: E,
  build: (body: Body<E>, words: Words) => Command,
  files: (body: Body<E>) => readonly string[] = () => [],
): Endpoint =>
  mount(route, (async (call: Call<E>, app: App): Promise<Decision<unknown>> => {
    const { orderId } = call.params as unknown as { orderId: string }
    const { at, route: name, idempotencyKey, digest, ifMatch } = call
    const body = call.body as Body<E>
    const done = await runCommand(app, doerOf(call), orderId, (words) => build(body, words), {
      at,
      route: name,
      idempotencyKey,
      digest,
      ifMatch,
      files: files(body),
    })
    return done.ok ? accept(taken(done.value)) : done
  }) as never)
