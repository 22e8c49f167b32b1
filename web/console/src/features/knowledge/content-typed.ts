import type { KnowledgeContent } from '@open12345/contract/knowledge'
import { todayOn } from '@open12345/ui/time-text.ts'
import type { PlaceValue } from '../../parts/place-select.tsx'

/** An item as it is typed: lists as lines and words. */
export type Typed = {
  readonly type: KnowledgeContent['type']
  readonly title: string
  readonly variants?: string
  readonly keywords: string
  readonly body: string
  readonly ownerUnitId: string
  readonly document: string
  readonly number?: string
  readonly article?: string
  readonly region?: PlaceValue
  readonly validFrom: string
  readonly validTo?: string
  readonly reviewOn?: string
}

const orNull = (typed: string | undefined): string | null => (typed?.trim() ? typed.trim() : null)
const parts = (typed: string | undefined, joint: RegExp): string[] =>
  [...new Set((typed ?? '').split(joint).map((part) => part.trim()))].filter((part) => part !== '')

export const contentOf = ({
  document,
  number,
  article,
  region,
  variants,
  keywords,
  validTo,
  reviewOn,
  ...typed
}: Typed): KnowledgeContent => ({
  ...typed,
  variants: parts(variants, /\n/),
  keywords: parts(keywords, /[\s,，、;；]+/),
  document: { name: document, number: orNull(number), article: orNull(article) },
  region: region === undefined ? null : (region.township ?? region.county),
  validTo: orNull(validTo),
  reviewOn: orNull(reviewOn),
})

/** A review day that is over is not written again: the next one is counted from publication. */
export const typedOf = ({ document, region, variants, keywords, validTo, reviewOn, ...content }: KnowledgeContent): Partial<Typed> => ({
  ...content,
  variants: variants.join('\n'),
  keywords: keywords.join(' '),
  document: document.name,
  ...(document.number === null ? {} : { number: document.number }),
  ...(document.article === null ? {} : { article: document.article }),
  ...(region === null ? {} : { region: { county: region.slice(0, 6), township: region.length > 6 ? region : null } }),
  ...(validTo === null ? {} : { validTo }),
  ...(reviewOn === null || reviewOn < todayOn() ? {} : { reviewOn }),
})
