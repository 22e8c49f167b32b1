import type { ModelPort } from './port.ts'
import { draftIn } from './stream-of-words.ts'
import type { ModelSettings } from './settings.ts'

const mostTokens = 2_000

/**
 * An OpenAI-compatible API over HTTP. One attempt; no redirect is followed, because the words are meant for this address alone. Whoever stops
 * reading closes the connection.
 */
export const modelOverHttp = ({ url, name, key, timeoutMs }: ModelSettings): ModelPort => ({
  name,
  async *write({ instructions, data }, closed) {
    try {
      const response = await fetch(`${url}/chat/completions`, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([closed, AbortSignal.timeout(timeoutMs)]),
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          'accept-encoding': 'identity',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({
          model: name,
          stream: true,
          temperature: 0.2,
          max_tokens: mostTokens,
          messages: [
            { role: 'system', content: instructions },
            { role: 'user', content: data },
          ],
        }),
      })
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
      if (response.status === 200 && isStream && response.body !== null) return yield* draftIn(response.body)
      await response.body?.cancel()
      yield { kind: 'end', failure: 'refused' }
    } catch {
      yield { kind: 'end', failure: closed.aborted ? 'stopped' : 'unreachable' }
    }
  },
})
