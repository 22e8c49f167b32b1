/** Names of what is kept in the browser, from the widest to the narrowest, so that a live event can say what is stale. */
export const keys = {
  session: ['session'],
  entrance: ['entrance'],
  orders: ['orders'],
  list: (...what: readonly unknown[]) => ['orders', 'list', ...what],
  search: (...what: readonly unknown[]) => ['orders', 'search', ...what],
  counts: ['orders', 'counts'],
  rulings: (...what: readonly unknown[]) => ['orders', 'rulings', ...what],
  /** Below the orders: what becomes of one of them may change how many an incident has. */
  incidents: (...what: readonly unknown[]) => ['orders', 'incidents', ...what],
  order: (orderId: string) => ['order', orderId],
  repeats: (orderId: string) => ['order', orderId, 'repeats'],
  contacts: ['contacts'],
  board: ['board'],
  messages: ['messages'],
  units: ['units'],
  responsible: (...what: readonly unknown[]) => ['units', 'responsible', ...what],
  places: ['places'],
  knowledge: (text: string) => ['knowledge', text],
  accounts: ['accounts'],
  audit: (...what: readonly unknown[]) => ['audit', ...what],
  sessions: ['sessions'],
} as const
