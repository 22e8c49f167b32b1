/** Where the run's PostgreSQL is; handed from the run's set-up to the test files. */
export type TestCluster = {
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly serverUrl: string
  readonly ownerName: string
  readonly strategy: 'file_copy' | 'wal_log'
}

export const templateName = 'open12345_template'
const variable = 'OPEN12345_TEST_CLUSTER'

export const writeCluster = (cluster: TestCluster): void => void (process.env[variable] = JSON.stringify(cluster))

export const readCluster = (): TestCluster => {
  const written = process.env[variable]
  if (written === undefined) throw new Error('there is no test cluster: run the tests through vitest')
  return JSON.parse(written) as TestCluster
}

/** The same login on another database. */
export const onDatabase = (url: string, database: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*)(?:\/[^?]*)?/, (_, login: string) => `${login}/${database}`)
