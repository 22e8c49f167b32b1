// The dependency rules of ARCHITECTURE.md. Each has its offender in scripts/structure-canary.ts, which proves that it still bites.
import type { IConfiguration, IRegularForbiddenRuleType } from 'dependency-cruiser'

const isTest = String.raw`\.test\.tsx?$|/testing/`

type Rule = IRegularForbiddenRuleType

const rule = (name: string, comment: string, from: Rule['from'], to: Rule['to']): Rule & { readonly name: string } => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
})

export const forbidden = [
  rule(
    'domain-knows-nobody',
    'The regulation is pure: no package, no Node, no other room.',
    { path: '^packages/domain/src', pathNot: isTest },
    { pathNot: '^packages/domain/src' },
  ),
  rule(
    'language-knows-nobody',
    'What reads words knows neither the regulation nor the outside; the readings of Chinese signs come from a library.',
    { path: '^packages/language/src', pathNot: isTest },
    { pathNot: '^packages/language/src|node_modules/pinyin-pro/' },
  ),
  rule(
    'contract-knows-zod',
    'The contract is zod, and the domain by type only.',
    { path: '^packages/contract/src', pathNot: isTest },
    { pathNot: '^packages/(contract|domain)/src|node_modules/zod/' },
  ),
  rule(
    'contract-names-domain-types',
    'A rule of the domain in the contract would end in the browser: its types and its word lists only.',
    { path: '^packages/contract/src', pathNot: isTest },
    { path: '^packages/domain/src', pathNot: '^packages/domain/src/vocabulary/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'module-has-one-door',
    'A module is entered by its index.ts.',
    { path: '^server/src/modules/([^/]+)/', pathNot: isTest },
    { path: '^server/src/modules/[^/]+/', pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'] },
  ),
  rule(
    'foundation-knows-no-module',
    'What modules stand on does not lean on them; only the table types are gathered.',
    { path: '^server/src/(http|jobs|db|keys|time)/', pathNot: isTest },
    { path: '^server/src/(modules|start)/', pathNot: '^server/src/modules/[^/]+/tables\\.ts$' },
  ),
  rule(
    'web-framework-in-http',
    'Only http/ knows the web framework.',
    { path: '^(server|packages)/', pathNot: ['^server/src/http/', isTest] },
    { path: 'node_modules/(fastify|@fastify)' },
  ),
  rule(
    'web-through-contract',
    'Web pages know the server by its contract only.',
    { path: '^web/' },
    { path: '^(server|packages/domain)/' },
  ),
  rule(
    'public-names-contract-types',
    'The citizen’s pages are bundled and loaded into the server: a schema in the bundle would register itself beside the server’s own.',
    { path: '^web/(public|ui)/src' },
    { path: '^packages/contract/src', pathNot: '^packages/contract/src/vocabulary/', dependencyTypesNot: ['type-only'] },
  ),
  rule('packages-know-no-server', 'Dependencies point one way.', { path: '^packages/' }, { path: '^(server|web|scripts)/' }),
  rule(
    'timers-in-jobs',
    'Business code neither sleeps nor waits.',
    { path: '^server/src/', pathNot: ['^server/src/(jobs|db)/', isTest] },
    { path: '^(node:)?timers' },
  ),
  rule(
    'testing-stays-in-tests',
    'The program does not carry its tests.',
    { path: '^(server|packages|web)/', pathNot: isTest },
    { path: '/testing/|\\.test\\.tsx?$' },
  ),
  rule(
    'no-cycle',
    'Whoever goes round in circles cannot be read from one end.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  rule('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
]

const configuration: IConfiguration = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
}

export default configuration
