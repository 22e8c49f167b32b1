import type { OrderRow } from '@open12345/contract/work-order'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../api/keys.ts'
import { tell } from '../../api/problem.ts'

export type Failure = { readonly orderId: string; readonly number: string; readonly title: string }
export type Bulk = {
  readonly isRunning: boolean
  readonly done: number
  readonly of: number
  readonly failures: readonly Failure[]
  /** Answers how many were refused. */
  readonly run: (rows: readonly OrderRow[]) => Promise<number>
}

/** The same step on several orders, one after another, with progress; each refusal is kept beside its number. */
export const useBulk = (take: (row: OrderRow, idempotencyKey: string) => Promise<unknown>): Bulk => {
  const queries = useQueryClient()
  const [state, setState] = useState({ isRunning: false, done: 0, of: 0, failures: [] as readonly Failure[] })
  const run = async (rows: readonly OrderRow[]): Promise<number> => {
    let failed = 0
    setState({ isRunning: true, done: 0, of: rows.length, failures: [] })
    for (const row of rows) {
      const failure = await take(row, crypto.randomUUID()).then(
        () => undefined,
        (error: unknown): Failure => ({ orderId: row.orderId, number: row.number, title: tell(error).title }),
      )
      if (failure !== undefined) failed += 1
      setState((before) => ({
        ...before,
        done: before.done + 1,
        failures: failure === undefined ? before.failures : [...before.failures, failure],
      }))
    }
    setState((before) => ({ ...before, isRunning: false }))
    await queries.invalidateQueries({ queryKey: keys.orders })
    return failed
  }
  return { ...state, run }
}
