import type { Kind } from '@open12345/domain/vocabulary'

/** A message as people write it, with slots: `{where}` is the township, the others are drawn. */
export type Template = readonly [kind: Kind, subject: string, text: string]
