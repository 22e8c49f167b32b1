import type { Assembly } from '../assembly.ts'
import type { TestApp } from './index.ts'

/** Lets one job of the program look once, as its timer would. */
export const looked = async ({ app }: Pick<TestApp, 'app'>, { modules }: Assembly, name: string): Promise<void> => {
  const job = modules.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name)
  if (job === undefined) throw new Error(`there is no job ${name}`)
  await job.work(app)
}
export const relayed = (house: Pick<TestApp, 'app'>, assembly: Assembly): Promise<void> => looked(house, assembly, 'message-relay')
