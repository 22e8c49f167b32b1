import type { ToldItem } from '@open12345/contract/answer'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { fill, useWords } from '@open12345/ui/language.ts'
import { answerWords } from './answer-words.ts'

type Changed = Pick<ToldItem, 'itemId' | 'title' | 'currentVersion'> & { readonly toldVersion: number }

/** The item, and which version of it was told beside the one that is told now. */
export const VersionChange = ({ itemId, title, toldVersion: old, currentVersion: now }: Changed): ReactElement => {
  const text = useWords(answerWords)
  const change = now === null ? fill(text.gone, { old }) : now === old ? fill(text.same, { old }) : fill(text.change, { old, now })
  return (
    <>
      <Link to="/knowledge/$itemId" params={{ itemId }}>
        {title}
      </Link>{' '}
      <span className="tag">{change}</span>
    </>
  )
}
