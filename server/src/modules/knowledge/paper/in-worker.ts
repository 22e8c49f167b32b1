import { Worker } from 'node:worker_threads'
import { inTurn } from '../../../turns.ts'
import type { PaperResult, PaperWork } from './paper.ts'

/** What a stranger's file may cost: it dies alone. */
const limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 }
/** What we write ourselves may take longer than what a stranger gives us to read. */
const patienceMs = { 'read-xlsx': 15_000, 'read-docx': 15_000, 'write-xlsx': 60_000, 'write-docx': 60_000 } as const
const turn = inTurn(1)

/**
 * Reads or writes an office file in a thread of its own, one at a time: a table of five thousand rows must not keep calls waiting, and one that is built
 * to break its reader breaks that thread only. Undefined where it did.
 */
export const inWorker = <W extends PaperWork['work']>(asked: Extract<PaperWork, { work: W }>): Promise<PaperResult[W] | undefined> =>
  turn(
    () =>
      new Promise((resolve) => {
        const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: asked, resourceLimits: limits })
        const impatience = AbortSignal.timeout(patienceMs[asked.work])
        const settle = (result: PaperResult[W] | undefined): void => {
          resolve(result)
          void worker.terminate()
        }
        impatience.addEventListener('abort', () => settle(undefined), { once: true })
        worker.once('message', (result: PaperResult[W]) => settle(result))
        worker.once('error', () => settle(undefined))
        worker.once('exit', () => settle(undefined))
      }),
  )
