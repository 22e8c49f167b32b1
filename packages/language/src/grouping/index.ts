export { averageLink, groupsFrom } from './average-link.ts'
export { likenessAmong, regroup, topicOf, type Message } from './join.ts'
export { sharedStretches } from './label.ts'
export { gramCounts, rarityAmong, sharedBy, vectorOf, type Counted } from './vector.ts'
