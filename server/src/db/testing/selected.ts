import type { Selectable } from 'kysely'
import type { Schema } from '../schema.ts'

/** Rows as a query gets them; read by the compiler in schema.test.ts. */
export type Selected = { readonly [Table in keyof Schema]: Selectable<Schema[Table]> }
