/** Calls `beat` again and again until stopped; for heartbeats of open connections. Never keeps the program alive. */
export const pulse = (ms: number, beat: () => void): (() => void) => {
  const timer = setInterval(beat, ms)
  timer.unref()
  return () => clearInterval(timer)
}
