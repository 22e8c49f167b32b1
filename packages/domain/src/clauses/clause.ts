/** One demand of the regulation. `summary` is in our own words; the text itself is the prefecture's. */
export type Clause = {
  /** Such as 12-2b: what rules, tests, refusals and explanations name. */
  readonly id: string
  readonly chapter: number
  /** Such as 第十二条（二）. */
  readonly article: string
  readonly title: string
  readonly summary: { readonly zh: string; readonly en: string }
}
