import type { KnowledgeStep } from '@open12345/contract/knowledge'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { stepWords } from './knowledge-words.ts'

const said = words({
  title: ['经过', 'What happened'],
  version: ['第 {version} 版', 'version {version}'],
  program: ['系统', 'the program'],
})

/** Who wrote, agreed, sent back, looked again. */
export const StepsList = ({ steps }: { readonly steps: readonly KnowledgeStep[] }): ReactElement | null => {
  const text = useWords(said)
  const names = useWords(stepWords)
  const language = useLanguage()
  if (steps.length === 0) return null
  return (
    <ol className="knowledge-happened" aria-label={text.title}>
      {steps.map(({ kind, by, at, reason, version }) => (
        <li key={`${at} ${kind}`}>
          <time dateTime={at} className="digits soft">
            {instantText(at, language)}
          </time>{' '}
          {[by === '' ? text.program : by, names[kind], version === null ? '' : fill(text.version, { version })]
            .filter(Boolean)
            .join(' · ')}
          {reason === null ? null : <p className="pre">{reason}</p>}
        </li>
      ))}
    </ol>
  )
}
