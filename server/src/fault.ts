const isDatabaseCode = (code: unknown): boolean => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)

/** What a log may tell of an error. A database's message and stack may quote a person's value; its code cannot. */
export const factsOfFault = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { name: 'unknown' }
  const code = 'code' in error ? error.code : undefined
  return isDatabaseCode(code) ? { name: error.name, code } : { name: error.name, code, message: error.message, stack: error.stack }
}
