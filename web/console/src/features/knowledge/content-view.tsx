import type { KnowledgeContent } from '@open12345/contract/knowledge'
import type { ReactElement } from 'react'
import { useLanguage, useWords } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { usePlaces } from '../../parts/place-select.tsx'
import { contentWords, typeWords } from './knowledge-words.ts'

type Props = { readonly content: KnowledgeContent; readonly unitName: string }

export const documentText = ({ document: { name, number, article } }: KnowledgeContent): string =>
  `${name}${number === null ? '' : `（${number}）`}${article ?? ''}`

/** Every field of an item beside its name, the text first. */
export const ContentView = ({ content, unitName }: Props): ReactElement => {
  const names = useWords(contentWords)
  const types = useWords(typeWords)
  const language = useLanguage()
  const places = usePlaces().data?.items ?? []
  const { region, validFrom, validTo, reviewOn, variants, keywords } = content
  const facts: readonly (readonly [string, string])[] = [
    [names.type, types[content.type]],
    [names.owner, unitName],
    [names.document, documentText(content)],
    [names.region, region === null ? names.everywhere : (places.find(({ code }) => code === region)?.name ?? region)],
    [names.validFrom, dateText(validFrom, language)],
    [names.validTo, validTo === null ? names.open : dateText(validTo, language)],
    [names.reviewOn, reviewOn === null ? names.byNorm : dateText(reviewOn, language)],
    [names.keywords, keywords.join('、')],
    [names.variants, variants.join('；')],
  ]
  return (
    <div className="knowledge-content">
      <p className="pre">{content.body}</p>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
