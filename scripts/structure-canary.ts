/** For each dependency rule a file that breaks it, in a small copy of the house: a guard that does not catch its canary guards nothing. */
export type Offence = { readonly rule: string; readonly file: string; readonly imports: string }

export const offences: readonly Offence[] = [
  { rule: 'domain-knows-nobody', file: 'packages/domain/src/work-order/reads-file.ts', imports: 'node:fs' },
  { rule: 'language-knows-nobody', file: 'packages/language/src/reading/reads-file.ts', imports: 'node:fs' },
  { rule: 'contract-knows-zod', file: 'packages/contract/src/account/uses-driver.ts', imports: 'pg' },
  {
    rule: 'contract-names-domain-types',
    file: 'packages/contract/src/account/runs-rule.ts',
    imports: '../../../domain/src/work-order/index.ts',
  },
  { rule: 'module-has-one-door', file: 'server/src/modules/contact/by-the-window.ts', imports: '../work-order/store.ts' },
  { rule: 'foundation-knows-no-module', file: 'server/src/db/leans.ts', imports: '../modules/work-order/index.ts' },
  { rule: 'web-framework-in-http', file: 'server/src/modules/contact/own-server.ts', imports: 'fastify' },
  {
    rule: 'web-through-contract',
    file: 'web/console/src/computes-deadline.ts',
    imports: '../../../packages/domain/src/work-order/index.ts',
  },
  {
    rule: 'public-names-contract-types',
    file: 'web/public/src/runs-schema.ts',
    imports: '../../../packages/contract/src/account/index.ts',
  },
  { rule: 'packages-know-no-server', file: 'packages/contract/src/account/asks-server.ts', imports: '../../../../server/src/db/index.ts' },
  { rule: 'timers-in-jobs', file: 'server/src/modules/contact/waits.ts', imports: 'node:timers/promises' },
  { rule: 'testing-stays-in-tests', file: 'server/src/modules/contact/cheats.ts', imports: '../../testing/index.ts' },
  { rule: 'no-cycle', file: 'server/src/modules/contact/round.ts', imports: './round-again.ts' },
  { rule: 'resolvable', file: 'server/src/modules/contact/nowhere.ts', imports: './no-such-file.ts' },
]

/** What the offenders reach for. */
export const victims: Readonly<Record<string, string>> = {
  'packages/domain/src/work-order/index.ts': 'export const rule = 1\n',
  'packages/contract/src/account/index.ts': 'export const schema = 1\n',
  'server/src/modules/work-order/index.ts': 'export const door = 1\n',
  'server/src/modules/work-order/store.ts': 'export const store = 1\n',
  'server/src/db/index.ts': 'export const db = 1\n',
  'server/src/testing/index.ts': 'export const testApp = 1\n',
  'server/src/modules/contact/round-again.ts': `import * as round from './round.ts'\nexport const again = round\n`,
  'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "allowImportingTsExtensions": true, "noEmit": true } }\n',
}
