/** Why the program does not start: one sentence in Chinese, one in English; printed without a stack. */
export class CannotStart extends Error {
  constructor(zh: string, en: string, more = '') {
    super(`${zh}\n${en}${more === '' ? '' : `\n\n${more}`}`)
    this.name = 'CannotStart'
  }
}
