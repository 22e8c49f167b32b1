/** Two messages of one topic share at least this much on average: chosen on the dev part of `npm run eval -- topics`. */
export const oneTopicFrom = 0.07

/** Between two places it takes twice as many common words. */
const elsewhere = 0.5

/** Where something was told of; null: nobody knows. */
export type Place = string | null

/** How much of what two messages share counts. */
export const weightOfShared = (one: Place, other: Place): number => (one !== null && other !== null && one !== other ? elsewhere : 1)
