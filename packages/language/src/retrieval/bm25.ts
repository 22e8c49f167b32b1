/** Robertson and Spärck Jones' ranking as it is usually set. */
const [saturation, lengthShare] = [1.2, 0.75]

type Posting = { readonly document: number; readonly times: number }
export type Ranked = { readonly document: number; readonly score: number }

/**
 * Documents by their terms, ranked by BM25 and nothing else: the measure that the product's own search is held against.
 * The answer ranks every document that shares a term with the question, best first; of equal ones the earlier first.
 */
export const bm25 = (documents: readonly (readonly string[])[]): ((question: readonly string[]) => readonly Ranked[]) => {
  const postings = new Map<string, Posting[]>()
  for (const [document, terms] of documents.entries()) {
    const times = Map.groupBy(terms, (term) => term)
    for (const [term, all] of times) {
      const known = postings.get(term)
      if (known === undefined) postings.set(term, [{ document, times: all.length }])
      else known.push({ document, times: all.length })
    }
  }
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length)
  const lengthOf = documents.map(({ length }) => saturation * (1 - lengthShare + (lengthShare * length) / Math.max(1, mean)))
  return (question) => {
    const scores = new Map<number, number>()
    for (const term of question) {
      const found = postings.get(term) ?? []
      const rarity = Math.log(1 + (documents.length - found.length + 0.5) / (found.length + 0.5))
      for (const { document, times } of found) {
        const share = (times * (saturation + 1)) / (times + (lengthOf[document] ?? 0))
        scores.set(document, (scores.get(document) ?? 0) + rarity * share)
      }
    }
    return [...scores]
      .map(([document, score]) => ({ document, score }))
      .toSorted((one, other) => other.score - one.score || one.document - other.document)
  }
}
