import { grades, type Grade, type Kind } from '../vocabulary/index.ts'
import type { Relations } from './events/index.ts'

/** Of two grades the one that shows less. */
export const stricter = (one: Grade, other: Grade): Grade => (grades.indexOf(one) > grades.indexOf(other) ? one : other)

/** 20c: a report is confidential by its kind. */
export const gradeOfKind = (kind: Kind | null): Grade => (kind === 'report' ? 'confidential' : 'open')

/** 20c: whoever was once accused stays accused: no field left empty opens a report to its unit; a wrong name is cleared by two people. */
export const keptRelations = (before: Relations, named: Relations): Relations => ({
  respondentUnitId: named.respondentUnitId ?? before.respondentUnitId,
  respondentAccountId: named.respondentAccountId ?? before.respondentAccountId,
  accusedUnitId: before.accusedUnitId ?? named.accusedUnitId,
  accusedAccountId: before.accusedAccountId ?? named.accusedAccountId,
})
