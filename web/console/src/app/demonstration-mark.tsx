import type { SessionView } from '@open12345/contract/session'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'

const said = words({
  mark: ['演示', 'Demo'],
  sentence: ['演示系统：这里的内容都是虚构的', 'Demonstration: everything here is made up'],
})

/** On every page of a demonstration, so that a made-up matter is taken for nobody's. */
export const DemonstrationMark = ({ session }: { readonly session: Pick<SessionView, 'demonstration'> }): ReactElement | null => {
  const text = useWords(said)
  return session.demonstration ? (
    <span className="demonstration-mark" role="note" title={text.sentence}>
      {text.mark}
    </span>
  ) : null
}
