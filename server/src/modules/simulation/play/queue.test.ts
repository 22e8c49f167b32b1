import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queueOf, type Entry } from './queue.ts'

const entries = fc.array(fc.record({ at: fc.nat(20), ordinal: fc.nat(20) }))

test('先到时刻的先出，同一时刻按序号', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const queue = queueOf<Entry>()
      for (const entry of given) queue.push(entry)
      const popped = given.map(() => queue.pop())
      expect(popped).toEqual(given.toSorted((a, b) => a.at - b.at || a.ordinal - b.ordinal))
      expect(queue.pop()).toBeUndefined()
    }),
  )
})
