/** Entries by time, the earliest first; those of one time in the order of their ordinals. */
export type Entry = { readonly at: number; readonly ordinal: number }
export type Queue<T extends Entry> = {
  readonly push: (entry: T) => void
  readonly peek: () => T | undefined
  readonly pop: () => T | undefined
}

const isBefore = (one: Entry, other: Entry): boolean => one.at < other.at || (one.at === other.at && one.ordinal < other.ordinal)

export const queueOf = <T extends Entry>(): Queue<T> => {
  const heap: T[] = []
  const swap = (one: number, other: number): void => {
    const kept = heap[one] as T
    heap[one] = heap[other] as T
    heap[other] = kept
  }
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (!isBefore(heap[at] as T, heap[parent] as T)) return
      swap(at, parent)
      at = parent
    }
  }
  const sink = (): void => {
    for (let at = 0; ;) {
      const children = [2 * at + 1, 2 * at + 2].filter((child) => child < heap.length)
      const least = children.toSorted((a, b) => (isBefore(heap[a] as T, heap[b] as T) ? -1 : 1))[0]
      if (least === undefined || !isBefore(heap[least] as T, heap[at] as T)) return
      swap(at, least)
      at = least
    }
  }
  return {
    peek: () => heap[0],
    push: (entry) => {
      heap.push(entry)
      rise(heap.length - 1)
    },
    pop: () => {
      const first = heap[0]
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) {
        heap[0] = last
        sink()
      }
      return first
    },
  }
}
