import type { Waiting } from '@open12345/contract/work-order'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor } from '../../../db/transaction.ts'
import { visibleTo, waitingFor } from '../read/lists.ts'

const most = 100
const waitings = Object.keys(waitingFor) as readonly Waiting[]

/** How many orders wait for the centre, counted to a hundred at most: 100 means more. */
export const countWaiting = (app: App, actor: Actor): Promise<{ waiting: Waiting; count: number }[]> =>
  asActor(app.database, actor, async (tx) => {
    const counts: { waiting: Waiting; count: number }[] = []
    for (const waiting of waitings) {
      const some = visibleTo(tx, actor).select('order_id').where(waitingFor[waiting]).limit(most)
      const { count } = await tx
        .selectFrom(some.as('some'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      counts.push({ waiting, count: Number(count) })
    }
    return counts
  })
