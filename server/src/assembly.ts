import { closedGate, type Gate } from './http/access.ts'
import type { Mounted } from './http/mount.ts'

/** What makes up the program: one line for each module. */
export const assembly: { readonly modules: readonly Mounted[]; readonly gate: Gate } = {
  modules: [],
  gate: closedGate,
}
