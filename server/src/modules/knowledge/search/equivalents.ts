import { subjects } from '@open12345/domain/vocabulary'
import { equivalents } from '@open12345/language/reading'
import type { Equivalents } from '@open12345/language/retrieval'

/** Other names for one thing, and what callers say for the subjects of the hotline. */
export const otherNames: Equivalents = [...equivalents, ...subjects.map(({ label, synonyms }) => [label.zh, ...synonyms])]
