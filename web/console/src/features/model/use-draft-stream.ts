import { useEffect, useRef, useState } from 'react'
import { isEnd, type DraftEnd } from './model-words.ts'

export type Writing = { readonly id: string; readonly words: string; /** Null: more is coming. */ readonly end: DraftEnd | null }

const read = (data: string): unknown => {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/** The words of one draft as they come. Whoever leaves the form closes the line, and the model stops. */
export const useDraftStream = () => {
  const [writing, setWriting] = useState<Writing | null>(null)
  const line = useRef<EventSource | null>(null)
  const close = (): void => {
    line.current?.close()
    line.current = null
  }
  useEffect(() => close, [])
  const end = (how: DraftEnd): void => {
    close()
    setWriting((now) => now && { ...now, end: how })
  }
  const begin = (id: string): void => {
    close()
    setWriting({ id, words: '', end: null })
    const source = new EventSource(`/api/v1/model-drafts/${id}/words`)
    line.current = source
    source.addEventListener('words', ({ data }: MessageEvent<string>) => {
      const more = read(data)
      if (typeof more === 'string') setWriting((now) => now && { ...now, words: now.words + more })
    })
    source.addEventListener('end', ({ data }: MessageEvent<string>) => {
      const how = read(data)
      end(isEnd(how) ? how : 'unreachable')
    })
    // It would ask again by itself, and nothing more would come.
    source.onerror = () => end('unreachable')
  }
  const forget = (): void => {
    close()
    setWriting(null)
  }
  return { writing, begin, stop: () => end('stopped'), forget }
}
