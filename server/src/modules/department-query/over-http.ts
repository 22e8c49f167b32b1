import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { isSafeAddress, type Connector } from '../organisation/index.ts'
import type { Told } from './port.ts'

const longestAnswer = 65_536

type Answer = { readonly status: number; readonly mediaType: string; readonly text: string } | 'too-long' | 'lost'

const readAnswer = (response: IncomingMessage, done: (answer: Answer) => void): void => {
  const parts: Buffer[] = []
  let length = 0
  response.on('data', (part: Buffer) => {
    parts.push(part)
    length += part.length
    if (length <= longestAnswer) return
    done('too-long')
    response.destroy()
  })
  response.on('end', () =>
    done({
      status: response.statusCode ?? 0,
      mediaType: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      text: Buffer.concat(parts).toString(),
    }),
  )
  response.on('error', () => done('lost'))
  response.on('close', () => done('lost'))
}

/** A redirection is an answer like any other: it is read, and leads nowhere. */
const asked = (url: URL, options: RequestOptions, body: string | undefined): Promise<Answer> =>
  new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, { ...options, agent: false }, (response) =>
      readAnswer(response, resolve),
    )
    request.on('error', () => resolve('lost'))
    request.end(body)
  })

const toldBy = (answer: Answer): Told => {
  if (answer === 'lost') return { kind: 'unreachable' }
  if (answer === 'too-long') return { kind: 'unreadable' }
  const { status, mediaType, text } = answer
  if (status === 404) return { kind: 'nothing' }
  if (status >= 500 || status === 429) return { kind: 'unreachable' }
  if (status !== 200 || mediaType !== 'application/json') return { kind: 'unreadable' }
  try {
    return { kind: 'answer', value: JSON.parse(text) }
  } catch {
    return { kind: 'unreadable' }
  }
}

/** The address of the folder and nothing else: what an agent typed is a value of its query or of the body, and never a part of host or path. */
export const askOverHttp = async (
  { url: address, method, timeoutMs }: Pick<Connector, 'url' | 'method' | 'timeoutMs'>,
  parameters: Readonly<Record<string, string>>,
  key: string | undefined,
): Promise<Told> => {
  if (!isSafeAddress(address)) return { kind: 'unreachable' }
  const url = new URL(address)
  const body = method === 'POST' ? JSON.stringify(parameters) : undefined
  if (body === undefined) for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  const headers = {
    accept: 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)) }),
  }
  return toldBy(await asked(url, { method, headers, signal: AbortSignal.timeout(timeoutMs) }, body))
}
