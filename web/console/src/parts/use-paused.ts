import { useEffect, useState } from 'react'

/** A value once it has stood still: a person who types pauses. */
export const usePaused = <V>(value: V, pauseMs: number): V => {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return paused
}
