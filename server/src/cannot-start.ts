/** Why the program does not start: one sentence in Chinese, one in English; printed without a stack. */
export class CannotStart extends Error {
  constructor(zh: string, en: string, more = '') {
    super(`${zh}\n${en}${more === '' ? '' : `\n\n${more}`}`)
    this.name = 'CannotStart'
  }
}

/** Runs a program to its end. A reason not to start is printed as it is; anything else is a fault and keeps its stack. */
export const orSay = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    process.stderr.write(
      `${error instanceof CannotStart ? `\n${error.message}\n` : error instanceof Error ? error.stack : String(error)}\n`,
    )
    process.exitCode = 1
  }
}
