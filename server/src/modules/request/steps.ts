import type { z } from 'zod'
import type { RequestView } from '@open12345/contract/request'
import type { factsBody, rateBody, reopenBody, withdrawBody } from '@open12345/contract/work-order'
import type { Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { requesterActor } from '../../db/actor.ts'
import type { Asking } from '../../http/call.ts'
import type { Uploader } from '../file/index.ts'
import { runCommand, type Build } from '../work-order/index.ts'
import { readRequest, type Tracked } from './read-request.ts'

export type Step = Pick<Asking, 'at' | 'idempotencyKey' | 'digest' | 'language' | 'route'> & {
  readonly ifMatch?: number | undefined
  readonly uploader?: Uploader | undefined
}

const step = async (
  app: App,
  tracked: Tracked,
  build: Build,
  asked: Step,
  files: readonly string[] = [],
): Promise<Decision<RequestView>> => {
  const doer = { actor: requesterActor(tracked.authorityId, tracked.orderId), outsourced: false }
  const done = await runCommand(app, doer, tracked.orderId, build, { ...asked, ...(files.length === 0 ? {} : { files }) })
  return done.ok ? readRequest(app, tracked, asked.language) : done
}

/** What the requester adds while the matter is open, with files of their own. */
export const addFacts = (
  app: App,
  tracked: Tracked,
  { content, files = [] }: z.output<typeof factsBody> & { readonly files?: readonly string[] },
  asked: Step,
) => step(app, tracked, (words) => ({ name: 'add-facts', contentText: words.put('facts', content), files }), asked, files)

export const withdraw = (app: App, tracked: Tracked, { reason }: z.output<typeof withdrawBody>, asked: Step) =>
  step(app, tracked, (words) => ({ name: 'withdraw', reasonText: words.putIf('reason', reason) }), asked)

export const rate = (app: App, tracked: Tracked, body: z.output<typeof rateBody>, asked: Step) =>
  step(
    app,
    tracked,
    (words) => ({ name: 'rate', channel: 'web', service: body.service, result: body.result, wordsText: words.putIf('words', body.words) }),
    asked,
  )

/** 13-3a: something new after the end; the same order is handled anew. */
export const reopen = (app: App, tracked: Tracked, { facts }: z.output<typeof reopenBody>, asked: Step) =>
  step(app, tracked, (words) => ({ name: 'reopen', factsText: words.put('facts', facts) }), asked)
