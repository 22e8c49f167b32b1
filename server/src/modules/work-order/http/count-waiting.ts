import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor } from '../../../db/transaction.ts'
import { visibleTo } from '../read/lists.ts'

const most = 100
const columns = { withdrawal: 'withdrawal_requested', correction: 'correction_pending' } as const
type Waiting = keyof typeof columns
const waitings = Object.keys(columns) as readonly Waiting[]

/** How many orders wait for the centre's confirmation, counted to a hundred at most: 100 means more. */
export const countWaiting = (app: App, actor: Actor): Promise<{ waiting: Waiting; count: number }[]> =>
  asActor(app.database, actor, async (tx) => {
    const counts: { waiting: Waiting; count: number }[] = []
    for (const waiting of waitings) {
      const some = visibleTo(tx, actor).select('order_id').where(columns[waiting], '=', true).limit(most)
      const { count } = await tx
        .selectFrom(some.as('some'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      counts.push({ waiting, count: Number(count) })
    }
    return counts
  })
