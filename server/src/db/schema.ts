import type { FoundationTables } from './tables/foundation.ts'

/** The tables as queries see them, one file per room; written by hand beside its migration, checked against the migrated database by a test. */
export type Schema = FoundationTables
