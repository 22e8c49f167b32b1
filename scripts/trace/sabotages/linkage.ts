import type { Sabotage } from './sabotage.ts'

const domain = 'packages/domain/src/linkage'
const server = 'server/src/modules/linkage'

/** Linkage with the emergency lines and the utilities. */
export const linkage: readonly Sabotage[] = [
  {
    clause: '14',
    file: `${domain}/decide.ts`,
    find: `  if (line.number === null) return refuse({ code: 'linkage.number-missing', clause: '14' })\n`,
    replace: '',
    why: 'a line without a number is called',
  },
  {
    clause: '14',
    file: `${domain}/linkage.ts`,
    find: `'calling' ? notReached[reason] :`,
    replace: `'calling' ? 'joined' :`,
    why: 'a line that nobody answered counts as reached',
  },
  {
    clause: '14',
    file: `${domain}/drill.ts`,
    find: 'testEveryDays = 90',
    replace: 'testEveryDays = 91',
    why: 'a line goes untested a day longer',
  },
  {
    clause: '14',
    file: `${server}/taken.ts`,
    find: 'if (!repeated) await',
    replace: 'await',
    why: 'pressing twice calls the line twice',
  },
  {
    clause: '14',
    file: `${server}/hear.ts`,
    find: `call === linkageId) await telephony.hangUp(leg)`,
    replace: `call !== linkageId) await telephony.hangUp(leg)`,
    why: 'a line is kept for nobody',
  },
  {
    clause: '14',
    file: `${server}/records.ts`,
    find: `    told: body.told,\n    reference,\n`,
    replace: `    told: body.told,\n    reference: null,\n`,
    why: 'the number that the line gave is lost',
  },
  {
    clause: '11-1',
    file: `${domain}/decide.ts`,
    find: `if (consent === 'none') return refuse({ code: 'linkage.no-consent', clause: '11-1' })`,
    replace: `if (consent === 'none') return accept('given')`,
    why: 'a caller is joined to a line without being asked',
  },
]
