import type { AccountTables } from '../modules/accounts/tables.ts'
import type { OrganisationTables } from '../modules/organisation/tables.ts'
import type { SessionTables } from '../modules/session/tables.ts'
import type { FoundationTables } from './tables/foundation.ts'
import type { WorkOrderTables } from './tables/work-order.ts'

/** The tables as queries see them, one file per room; written by hand beside its migration, checked against the migrated database by a test. */
export type Schema = FoundationTables & OrganisationTables & AccountTables & SessionTables & WorkOrderTables
