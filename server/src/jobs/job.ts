import type { App } from '../app.ts'

/** Work that is looked for again and again; one of all processes does it at a time. It does what is due now and returns. */
export type Job = { readonly name: string; readonly everyMs: number; readonly work: (app: App) => Promise<void> }
