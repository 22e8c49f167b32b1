/** Does the work once its turn has come. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** Lets at most `most` of these works run at once; the others wait in line. */
export const inTurn = (most: number): Turn => {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => void waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      // The place goes to the next in line, or is given up.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
