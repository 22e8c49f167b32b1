import { isoOf, shanghaiText, spanText, type Words } from '../calendar/index.ts'
import type { Candidate } from './candidate.ts'
import type { WeighedLimit } from './explanation.ts'

const reasonFor = (candidate: Candidate, governs: Candidate): Words => {
  if (candidate !== governs) {
    return governs.basis === 'statutory'
      ? { zh: '法律法规另有规定，从其规定。', en: 'Other law sets a limit, and that prevails.' }
      : { zh: '另一时限更短。', en: 'Another limit is shorter.' }
  }
  if (candidate.note) return candidate.note
  return candidate.basis === 'source'
    ? { zh: '上级平台的时限更短，约束承办单位。', en: "The source's limit is shorter and binds the unit." }
    : { zh: '按本办法的时限。', en: 'The limit of the norm in force.' }
}

/** Every limit that was considered, which one governs, and why. */
export const weighed = (candidates: readonly Candidate[], governs: Candidate): readonly WeighedLimit[] =>
  candidates.map((candidate) => ({
    basis: candidate.basis,
    span: candidate.span ? spanText(candidate.span) : null,
    dueOn: isoOf(candidate.counted.dueOn),
    dueAt: shanghaiText(candidate.counted.dueAt),
    clause: candidate.clause,
    article: candidate.article,
    governs: candidate === governs,
    reason: reasonFor(candidate, governs),
  }))
