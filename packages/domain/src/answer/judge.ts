/** What search found for a question, best first. `confidence` is between 0 and 1: how sure search is that the item answers it. */
export type Found = { readonly itemId: string; readonly confidence: number }

export type Verdict<Hit extends Found> =
  /** This item answers it. */
  | { readonly kind: 'answered'; readonly by: Hit }
  /** Several may be meant: the asker is asked back. */
  | { readonly kind: 'which'; readonly choices: readonly Hit[] }
  /** Nothing is sure enough; what came near is shown as no answer. */
  | { readonly kind: 'unknown'; readonly near: readonly Hit[] }

/**
 * A wrong answer costs more than none: below `sure` nothing is called an answer. Set on the development part of the labelled questions, reported on
 * the rest (docs/eval.md).
 */
export const sure = 0.6
/** What is this close to the best, and sure too, may be meant as well. */
const asGood = 0.85
const [mostChoices, mostNear] = [4, 3]

/**
 * 第十七条 智能应答: whether what was found answers the question, leaves a choice, or is no answer.
 * @clause 17b
 */
export const judge = <Hit extends Found>(found: readonly Hit[]): Verdict<Hit> => {
  const [best] = found
  if (best === undefined || best.confidence < sure) return { kind: 'unknown', near: found.slice(0, mostNear) }
  const choices = found.filter(({ confidence }) => confidence >= sure && confidence >= best.confidence * asGood).slice(0, mostChoices)
  return choices.length > 1 ? { kind: 'which', choices } : { kind: 'answered', by: best }
}
