import type { App } from '../../app.ts'
import type { Connector } from '../organisation/index.ts'

/** What became of a question. Unreachable: no answer in time; unreadable: something else than was agreed. */
export type Told =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unreadable' }

/** Asks a department's system. Never throws, and is never longer than the connector's time. */
export type DepartmentPort = (app: App, connector: Connector, parameters: Readonly<Record<string, string>>) => Promise<Told>
