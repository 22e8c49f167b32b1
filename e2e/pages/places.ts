/** Every page of the console, and who opens it there. `{order}` is an order of that desk's, `{incident}` one that is going on. */
export type Place = { readonly route: string; readonly paths: readonly string[] }

const desk = (name: string, ...tabs: readonly string[]): Place => ({
  route: `/${name}`,
  paths: [`/${name}`, ...tabs.map((tab) => `/${name}?tab=${tab}`)],
})

export const outside: readonly Place[] = [
  { route: '/sign-in', paths: ['/sign-in', '/sign-in?to=%2Fboard'] },
  { route: '/first', paths: ['/first', '/first?token=abc'] },
  { route: '/elsewhere', paths: ['/elsewhere'] },
  { route: '/invitation', paths: ['/invitation', '/invitation?token=abc'] },
]

export const inside: Readonly<Record<string, readonly Place[]>> = {
  seat: [
    desk('seat', 'accept', 'verified', 'accept&order={order}'),
    { route: '/me', paths: ['/me'] },
    { route: '/access-review', paths: ['/access-review'] },
  ],
  dispatcher: [
    desk(
      'dispatch',
      'acts',
      'accept',
      'returns',
      'extensions',
      'withdrawals',
      'corrections',
      'deliveries',
      'atUnits',
      'accept&order={order}',
    ),
    { route: '/search', paths: ['/search', '/search?kind=complaint'] },
    { route: '/orders/$orderId', paths: ['/orders/{order}'] },
    desk('incidents', 'over'),
    { route: '/incidents/$incidentId', paths: ['/incidents/{incident}'] },
    desk('topics', 'warned', 'decided'),
  ],
  'handler-transport': [desk('unit', 'to-verify', 'in-hand', 'to-review', 'to-review&order={order}', 'to-deliver')],
  office: [desk('coordination', 'report', 'unattended'), desk('catalogue', 'changes', 'findings')],
  'follow-up': [
    desk('follow-up', 'reply-check', 'asked', 'manual-follow-up&order={order}'),
    { route: '/messages', paths: ['/messages', '/messages?tab=replies'] },
    desk('tellings'),
  ],
  'centre-manager': [
    desk('dispatch', 'clearings'),
    desk('calendar', 'what-if'),
    desk('linkage', 'records', 'drills'),
    { route: '/board', paths: ['/board', '/board?wall=1'] },
    { route: '/model-drafts', paths: ['/model-drafts'] },
  ],
  'system-admin': [
    desk('calendar', 'explain', 'packs', 'notices'),
    { route: '/units', paths: ['/units', '/units?unit=xichang', '/units?tab=ahead', '/units?tab=history'] },
  ],
  'knowledge-editor': [
    { route: '/knowledge/$itemId', paths: ['/knowledge/019b76da-a800-7000-8000-000000000002'] },
    desk('knowledge', 'review', 'writing', 'reports', 'due', 'exchange', 'conflicts', 'gaps', 'requests'),
  ],
  'clerk-xichang': [desk('catalogue', 'counties', 'doubts', 'concerning')],
  'reviewer-housing': [desk('knowledge', 'review', 'reports', 'due', 'exchange', 'requests')],
  'security-admin': [desk('accounts', 'reviews', 'providers', 'machines'), desk('audit')],
  'audit-admin': [desk('audit', 'warnings', 'days')],
}

/** Which stage an order of `{order}` is looked for in. */
export const stageOf: Readonly<Record<string, string>> = {
  seat: 'to-accept',
  dispatcher: 'to-accept',
  'handler-transport': 'to-review',
  'follow-up': 'manual-follow-up',
}

/** The start page only leads on to a desk. */
export const leadsOn = ['/']
