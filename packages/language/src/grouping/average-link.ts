/** What is alike between each two, row by row. */
export type Likeness = { readonly values: Float32Array; readonly count: number }

/** Two groups that were united, each named by one of its members, and how alike their members were on average. */
export type Union = { readonly one: number; readonly other: number; readonly likeness: number }

type Groups = Likeness & { readonly size: Int32Array; readonly alive: Uint8Array }

const nearestTo = ({ values, alive, count }: Groups, one: number, before: number | undefined) => {
  let nearest = before
  let most = before === undefined ? -1 : (values[one * count + before] ?? 0)
  for (let other = 0; other < count; other += 1) {
    const alike = values[one * count + other] ?? 0
    if (alike > most && alive[other] === 1 && other !== one) [nearest, most] = [other, alike]
  }
  return { nearest, likeness: most }
}

const unite = ({ values, size, alive, count }: Groups, one: number, other: number): void => {
  const [ofOne, ofOther] = [size[one] ?? 1, size[other] ?? 1]
  for (let third = 0; third < count; third += 1) {
    if (alive[third] !== 1 || third === one || third === other) continue
    const mean = (ofOne * (values[one * count + third] ?? 0) + ofOther * (values[other * count + third] ?? 0)) / (ofOne + ofOther)
    values[one * count + third] = mean
    values[third * count + one] = mean
  }
  size[one] = ofOne + ofOther
  alive[other] = 0
}

/** Average link by chains of nearest neighbours, until one group is left: in which order the messages came matters only where two likenesses are equal. */
export const averageLink = ({ values, count }: Likeness): readonly Union[] => {
  const groups: Groups = { values: values.slice(), count, size: new Int32Array(count).fill(1), alive: new Uint8Array(count).fill(1) }
  const unions: Union[] = []
  const chain: number[] = []
  let start = 0
  while (unions.length < count - 1) {
    while (groups.alive[start] !== 1) start += 1
    const one = chain.at(-1) ?? start
    if (chain.length === 0) chain.push(one)
    const before = chain.at(-2)
    const { nearest, likeness } = nearestTo(groups, one, before)
    if (nearest === undefined) break
    if (nearest !== before) chain.push(nearest)
    else {
      chain.length -= 2
      unite(groups, one, nearest)
      unions.push({ one, other: nearest, likeness })
    }
  }
  return unions
}

/** The groups whose members are alike at least so much: for each message the first of its group. */
export const groupsFrom = (unions: readonly Union[], count: number, least: number): readonly number[] => {
  const above = Array.from({ length: count }, (_, at) => at)
  const firstOf = (at: number): number => {
    let first = at
    while ((above[first] ?? first) !== first) first = above[first] ?? first
    return first
  }
  for (const { one, other, likeness } of unions) {
    if (likeness < least) continue
    const [low, high] = [firstOf(one), firstOf(other)].toSorted((a, b) => a - b)
    if (low !== undefined && high !== undefined) above[high] = low
  }
  return above.map((_, at) => firstOf(at))
}
