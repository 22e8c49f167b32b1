import { clauseFor, staffRoles } from '../../packages/domain/src/authority/index.ts'
import { actions, situations, type ActionName } from '../../packages/domain/src/work-order/index.ts'
import { roleLabels, statusLabels, statuses, type Status } from '../../packages/domain/src/vocabulary/index.ts'
import { workOrderRoutes } from '../../packages/contract/src/work-order/index.ts'

const names = Object.keys(actions) as readonly ActionName[]
const byTheProgram: readonly ActionName[] = ['tick', 'follow-up-sent', 'answer-from-incident']
/** What the requester may do with their own order. */
const byTheRequester: readonly ActionName[] = ['rate', 'add-facts', 'withdraw', 'reopen']

/** 谁: the roles of the matrix whose right this step asks for, with the clause of each. */
const whoMay = (name: ActionName): string => {
  if (byTheProgram.includes(name)) return '系统 the program'
  const staff = staffRoles.flatMap((role) => {
    const clause = clauseFor([role], actions[name].right)
    return clause === undefined || name === 'rate' ? [] : [`${roleLabels[role].zh} (${clause})`]
  })
  return [...(byTheRequester.includes(name) ? ['诉求人'] : []), ...staff].join('、')
}

const onward = (name: ActionName, status: Status): string => {
  const to = situations[name][status] ?? []
  if (to.length === 0) return ''
  return to.map((one) => (one === status ? '●' : `→ ${statusLabels[one].zh}`)).join('<br>')
}

const unrouted: { readonly [Name in ActionName]?: string } = {
  tick: '时限到期 A clock is due',
  rate: '评价 Rate',
  'follow-up-sent': '回访短信已发出 The SMS went out',
  'answer-from-incident': '事件结束统一答复 Answer when the incident is over',
}

const wordsOf = (name: ActionName): string => {
  const known = unrouted[name]
  if (known !== undefined) return known
  const route = Object.values(workOrderRoutes).find(({ path }) => path.endsWith(`/${pathOf[name] ?? name}`))
  return route?.summary ?? name
}
/** Where the route is not called as the step is. */
const pathOf: { readonly [Name in ActionName]?: string } = {
  'ask-verification': 'verify',
  'answer-verification': 'verification',
  'ask-coordination': 'coordination',
  'hold-coordination': 'coordination-record',
  'ask-extension': 'extension',
  'give-first-response': 'first-response',
  'report-progress': 'progress',
  'record-attempt': 'attempts',
  'order-redo': 'redo',
  'close-lawful': 'close',
  'add-facts': 'facts',
  'mark-urgent': 'urgent',
  'report-to-office': 'report',
  'call-unit': 'calls',
  'dispute-rating': 'dispute',
  'screen-rating': 'screen',
  'link-repeat': 'repeat-of',
  'propose-termination': 'termination',
}

const row = (name: ActionName): string =>
  `| ${wordsOf(name)} | ${actions[name].clause} | ${whoMay(name)} | ${statuses.map((status) => onward(name, status)).join(' | ')} |`

const moves = (): readonly string[] => {
  const labels = new Map<string, string[]>()
  for (const name of names)
    for (const [from, all] of Object.entries(situations[name]))
      for (const to of all)
        if (to !== from) labels.set(`${from} --> ${to}`, [...(labels.get(`${from} --> ${to}`) ?? []), wordsOf(name).split(' ')[0] ?? name])
  return [...labels].map(([move, steps]) => `  ${move}: ${steps.join('、')}`)
}

/** `docs/permissions.md`: who may take which step in which status, and where it leads. */
export const permissionsPage = (): string => `# 谁在什么时候能办哪一步 Who may take which step, and when

Written by \`npm run permissions\` from the matrix of roles (\`packages/domain/src/authority/matrix.ts\`) and the table of situations
(\`packages/domain/src/work-order/situations.ts\`); both are written by hand, and tests hold the guards against them. ● stays where it is.
What the table allows the guards still narrow to the matter at hand: one's own unit, a second person, a clock that runs.

## 状态图 States

\`\`\`mermaid
stateDiagram-v2
${statuses.map((status) => `  state "${statusLabels[status].zh} ${statusLabels[status].en}" as ${status}`).join('\n')}
  [*] --> recorded
${moves().join('\n')}
\`\`\`

## 各步 Steps

| 步骤 step | 条款 | 谁 who | ${statuses.map((status) => statusLabels[status].zh).join(' | ')} |
| --- | --- | --- | ${statuses.map(() => '---').join(' | ')} |
${names.map(row).join('\n')}
`
