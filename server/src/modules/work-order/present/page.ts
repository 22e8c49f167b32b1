import type { FileView } from '@open12345/contract/work-order'
import type { Happened, WorkOrder } from '@open12345/domain/work-order'
import type { Language } from '../../../http/call.ts'
import type { Masks } from '../../identity/index.ts'
import type { Doer } from '../doer.ts'
import type { Deciding } from '../write/context.ts'
import type { KnownPeople } from '../write/person-facts.ts'
import type { Text } from '../write/texts.ts'
import type { Explanations } from './clocks.ts'
import type { Names } from './names.ts'

/** Everything that was read for one order's page. */
export type Page = {
  readonly orderId: string
  readonly number: string
  readonly order: WorkOrder
  readonly history: readonly Happened[]
  readonly texts: ReadonlyMap<string, Text>
  readonly files: readonly FileView[]
  readonly explanations: Explanations
  readonly masks: Masks | undefined
  /** 13-4: of the order that this one repeats, where the reader may see it. */
  readonly repeatOfNumber: string | null
  readonly names: Names
  /** 20c: who is named for a sealed order and works here. */
  readonly people: KnownPeople
  readonly deciding: Deciding
  readonly doer: Doer
  readonly language: Language
}

export const textOf = (page: Page, id: string | null | undefined): string => (id ? (page.texts.get(id)?.text ?? '') : '')
