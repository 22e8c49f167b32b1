import { z } from 'zod'
import type { ModelPiece } from './port.ts'

const mostBytes = 1_048_576
/** Of a line that has not ended. */
const mostUnended = 65_536
/** As much as an answer may have. */
export const mostSigns = 4_000

const chunk = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).optional(), finish_reason: z.string().nullish() })),
})

type Told = { readonly data: string } | { readonly failure: 'refused' | 'too-long' }

const readText = (decoder: TextDecoder, part: Uint8Array): string | undefined => {
  try {
    return decoder.decode(part, { stream: true })
  } catch {
    return undefined
  }
}

/** The `data:` lines of a stream of events. */
async function* eventsIn(body: AsyncIterable<Uint8Array>): AsyncGenerator<Told> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [rest, bytes] = ['', 0]
  for await (const part of body) {
    bytes += part.byteLength
    if (bytes > mostBytes) return yield { failure: 'too-long' }
    const text = readText(decoder, part)
    if (text === undefined) return yield { failure: 'refused' }
    // No line ends in what is left over: only what came is looked through.
    const [first = '', ...others] = text.split(/[\r\n]+/)
    const lines = [rest + first, ...others]
    rest = lines.pop() ?? ''
    if (rest.length > mostUnended) return yield { failure: 'too-long' }
    for (const line of lines) if (line.startsWith('data:')) yield { data: line.slice(5).trim() }
  }
}

type Chunk = { readonly words: string; readonly reason: string | null }

const chunkOf = (data: string): Chunk | undefined => {
  try {
    const [choice] = chunk.parse(JSON.parse(data)).choices
    // Nothing but signs, line feeds and tabs: no control sign and none that turns the direction of what follows.
    return { words: choice?.delta?.content?.replace(/[^\P{C}\n\t]/gu, '') ?? '', reason: choice?.finish_reason ?? null }
  } catch {
    return undefined
  }
}

const endOf = (reason: string, signs: number): ModelPiece => {
  if (reason === 'length') return { kind: 'end', failure: 'too-long' }
  return { kind: 'end', failure: reason === 'stop' && signs > 0 ? null : 'refused' }
}

/** The draft that a model streams, as plain text; cut off where it is too long, and told apart from everything that is no draft. */
export async function* draftIn(body: AsyncIterable<Uint8Array>): AsyncGenerator<ModelPiece> {
  let signs = 0
  for await (const told of eventsIn(body)) {
    if ('failure' in told) return yield { kind: 'end', failure: told.failure }
    const read: Chunk | undefined = told.data === '[DONE]' ? { words: '', reason: 'stop' } : chunkOf(told.data)
    if (read === undefined) return yield { kind: 'end', failure: 'refused' }
    signs += read.words.length
    if (signs > mostSigns) return yield { kind: 'end', failure: 'too-long' }
    if (read.words !== '') yield { kind: 'words', text: read.words }
    if (read.reason !== null) return yield endOf(read.reason, signs)
  }
  // It broke off.
  yield { kind: 'end', failure: 'unreachable' }
}
