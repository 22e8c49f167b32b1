import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { mountStream, type EventStream, type StreamEndpoint } from '../../http/mount.ts'
import type { ModelFailure, ModelPort, Prompt } from './port.ts'
import { openFor } from './sealing.ts'
import { beginDraft, endDraft, type Row } from './store.ts'

const isId = (text: string | undefined): text is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '')

type Written = { readonly failure: ModelFailure | null; readonly answer: string }

const write = async (model: ModelPort, prompt: Prompt, { send, closed }: EventStream): Promise<Written> => {
  let answer = ''
  for await (const piece of model.write(prompt, closed)) {
    if (piece.kind === 'end') return { failure: piece.failure, answer }
    answer += piece.text
    send('words', piece.text)
  }
  return { failure: 'unreachable', answer }
}

const promptOf = (app: App, row: Row): Prompt =>
  JSON.parse(openFor(app, row.wrapped_key, row.model_draft_id)('prompt', row.prompt_sealed) ?? '') as Prompt

/** The words of one's own draft as the model writes them; asked for once. Whoever closes it stops the model. */
export const wordsEndpoint = (model: ModelPort | undefined): StreamEndpoint =>
  mountStream({
    path: '/model-drafts/:modelDraftId/words',
    access: { kind: 'staff', action: 'model.draft' },
    handler: async ({ actor, params }, app, stream) => {
      const { modelDraftId } = params
      const row = isId(modelDraftId) ? await asActor(app.database, actor, (tx) => beginDraft(tx, modelDraftId)) : undefined
      if (row !== undefined && model !== undefined) {
        const written = await write(model, promptOf(app, row), stream)
        const at = app.clock.now()
        await asActor(app.database, systemActor(actor.authorityId), (tx) => endDraft(tx, app, row, { ...written, at }))
        if (written.failure !== null) app.log.warn({ modelDraftId, failure: written.failure }, 'a model did not finish a draft')
        stream.send('end', written.failure ?? 'finished')
      } else stream.send('end', 'stopped')
      stream.end()
    },
  })
