import { createHash } from 'node:crypto'
import { modelFrom, type Model } from '@open12345/language/learning'
import type { Insertable } from 'kysely'
import type { Tx } from '../../db/transaction.ts'
import type { LearningTables, Told } from './tables.ts'

type Row = LearningTables['learned_model']
export type ModelRow = Omit<Row, 'bytes' | 'authority_id'>

const summary = [
  'tells',
  'version',
  'trained_at',
  'source',
  'first_on',
  'last_on',
  'examples',
  'held_out',
  'figure',
  'accuracy',
  'rules_figure',
  'rules_accuracy',
  'digest',
  'state',
] as const

const models = (tx: Tx) => tx.withTables<LearningTables>()

/** The newest first. */
export const modelRows = (tx: Tx, authorityId: string): Promise<ModelRow[]> =>
  models(tx)
    .selectFrom('learned_model')
    .select(summary)
    .where('authority_id', '=', authorityId)
    .orderBy('version', 'desc')
    .orderBy('tells')
    .execute()

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Undefined where the bytes are not those that were kept, or of a format that this program does not read. */
export const openModel = async (tx: Tx, authorityId: string, { tells, version, digest }: ModelRow): Promise<Model | undefined> => {
  const { bytes } = await models(tx)
    .selectFrom('learned_model')
    .select('bytes')
    .where('authority_id', '=', authorityId)
    .where('tells', '=', tells)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return digestOf(bytes) === digest ? modelFrom(bytes) : undefined
}

export const keepModel = async (tx: Tx, row: Insertable<Row>): Promise<void> => {
  await models(tx).insertInto('learned_model').values(row).execute()
}

/** Whatever is in use for it is so no more. */
export const retire = async (tx: Tx, authorityId: string, tells: readonly Told[]): Promise<void> => {
  await models(tx)
    .updateTable('learned_model')
    .set({ state: 'retired' })
    .where('authority_id', '=', authorityId)
    .where('tells', 'in', tells)
    .where('state', '=', 'in-use')
    .execute()
}

export const putInUse = async (tx: Tx, authorityId: string, version: number, tells: readonly Told[]): Promise<void> => {
  await models(tx)
    .updateTable('learned_model')
    .set({ state: 'in-use' })
    .where('authority_id', '=', authorityId)
    .where('tells', 'in', tells)
    .where('version', '=', version)
    .execute()
}
