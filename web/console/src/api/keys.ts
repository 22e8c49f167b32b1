/** Names of what is kept in the browser, from the widest to the narrowest, so that a live event can say what is stale. */
export const keys = {
  session: ['session'],
  orders: ['orders'],
  list: (...what: readonly unknown[]) => ['orders', 'list', ...what],
  search: (...what: readonly unknown[]) => ['orders', 'search', ...what],
  counts: ['orders', 'counts'],
  order: (orderId: string) => ['order', orderId],
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
