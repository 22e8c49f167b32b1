import { words } from '@open12345/ui/language.ts'

/** Each desk or page of the console, the actions of which one opens it, and its key (Alt + …). */
export const places = [
  { to: '/seat', name: 'seat', any: ['contact.take'], key: '1' },
  { to: '/dispatch', name: 'dispatch', any: ['order.dispatch'], key: '2' },
  { to: '/unit', name: 'unit', any: ['order.sign', 'order.draft', 'order.approve'], key: '3' },
  { to: '/coordination', name: 'coordination', any: ['order.coordinate'], key: '3' },
  { to: '/follow-up', name: 'followUp', any: ['order.follow-up'], key: '4' },
  { to: '/tellings', name: 'tellings', any: ['order.tell-again'], key: 'G' },
  { to: '/board', name: 'board', any: ['board.read'], key: '5' },
  { to: '/search', name: 'search', any: ['order.search'], key: '6' },
  { to: '/incidents', name: 'incidents', any: ['order.read'], key: '9' },
  { to: '/topics', name: 'topics', any: ['topic.read'], key: 'T' },
  { to: '/messages', name: 'messages', any: ['message.read'], key: '7' },
  { to: '/linkage', name: 'linkage', any: ['linkage.read'], key: '0' },
  { to: '/knowledge', name: 'knowledge', any: ['knowledge.read'], key: 'K' },
  { to: '/catalogue', name: 'catalogue', any: ['catalogue.read'], key: 'R' },
  { to: '/model-drafts', name: 'modelDrafts', any: ['model.review'], key: 'M' },
  { to: '/calendar', name: 'clocks', any: ['calendar.read', 'calendar.edit'], key: '8' },
  { to: '/units', name: 'units', any: ['unit.change'], key: '9' },
  { to: '/accounts', name: 'accounts', any: ['account.manage'], key: '9' },
  { to: '/audit', name: 'audit', any: ['audit.read', 'audit.watch'], key: '0' },
] as const
export type PlaceName = (typeof places)[number]['name']

export const placeWords = words({
  seat: ['坐席台', 'Seat'],
  dispatch: ['派单台', 'Dispatch'],
  unit: ['承办台', 'Unit'],
  coordination: ['协调台', 'Coordination'],
  followUp: ['回访台', 'Follow-up'],
  tellings: ['更正告知', 'Tell again'],
  board: ['运行看板', 'Board'],
  search: ['查找工单', 'Search'],
  incidents: ['事件', 'Incidents'],
  topics: ['热点', 'Topics'],
  messages: ['短信', 'Messages'],
  linkage: ['联动', 'Linkage'],
  knowledge: ['知识库', 'Knowledge'],
  catalogue: ['派单目录', 'Catalogue'],
  modelDrafts: ['模型拟稿', 'Model drafts'],
  clocks: ['时限与日历', 'Time limits'],
  units: ['单位', 'Units'],
  accounts: ['账号', 'Accounts'],
  audit: ['审计', 'Audit'],
})

/** The drafts of a model have no place where there never was a model. */
export const placesFor = (actions: readonly string[], isModelKnown = false) =>
  places.filter(({ name, any }) => any.some((action) => actions.includes(action)) && (name !== 'modelDrafts' || isModelKnown))
export const firstDesk = (actions: readonly string[]) => placesFor(actions)[0]?.to ?? '/me'
