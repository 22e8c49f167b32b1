import type { Sabotage } from './sabotage.ts'

/** Article 20: who may know what. */
export const confidence: readonly Sabotage[] = [
  {
    clause: '20-mechanism',
    file: 'packages/domain/src/authority/grant.ts',
    find: `if (toSelf) return refuse({ code: 'account.own-grant' })`,
    replace: '',
    why: 'somebody grants a role to themself',
  },
  {
    clause: '20-mechanism',
    file: 'packages/domain/src/authority/scope.ts',
    find: 'return distinct.length === 1',
    replace: 'return true',
    why: 'one person is administrator and handles cases',
  },
  {
    clause: '20-mechanism',
    file: 'server/src/modules/accounts/second-factor.ts',
    find: `eb('last_step', '<', step)`,
    replace: `eb('last_step', '<', step + 9)`,
    why: 'a code of the second factor is good twice',
  },
  {
    clause: '20a',
    file: 'packages/domain/src/identity/screen.ts',
    find: 'if (nameLength === null) return []',
    replace: 'if (nameLength !== 0) return []',
    why: 'a name in the words is not found',
  },
  {
    clause: '20c',
    file: 'packages/domain/src/work-order/confidence.ts',
    find: 'accusedUnitId: before.accusedUnitId ?? named.accusedUnitId',
    replace: 'accusedUnitId: named.accusedUnitId',
    why: 'an accused unit is cleared by leaving a field empty',
  },
  {
    clause: '20c',
    file: 'packages/domain/src/work-order/guards.ts',
    find: 'const inPerson = barredAccounts(order).includes(actor.accountId)',
    replace: 'const inPerson = false',
    why: 'whoever is complained of handles the matter',
  },
  {
    clause: '20c',
    file: 'packages/domain/src/authority/visible.ts',
    find: 'if (looker.authorityId !== order.authorityId || isExcluded(looker, order)) return false',
    replace: 'if (looker.authorityId !== order.authorityId) return false',
    why: 'the accused unit sees the order',
  },
  {
    clause: '20b',
    file: 'server/src/modules/work-order/read/page.ts',
    find: 'await writeReading(tx, app, orderId)',
    replace: '',
    why: 'an order is read and nobody knows by whom',
  },
  {
    clause: '20b',
    file: 'server/src/modules/print/index.ts',
    find: 'if (page.ok)',
    replace: 'if (!page.ok)',
    why: 'an order is printed and nobody knows by whom',
  },
  {
    clause: '20c',
    file: 'packages/domain/src/telephony/bridge.ts',
    find: "if (facts.side === 'unit' && facts.isReport)",
    replace: 'if (false)',
    why: 'a unit speaks with whoever reported',
  },
]
