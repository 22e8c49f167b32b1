import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { useItem } from '../knowledge/use-knowledge.ts'
import { Compared } from '../knowledge/versions.tsx'

const said = words({
  title: ['改了什么', 'What has changed'],
  withdrawn: ['已撤下：{reason}', 'Withdrawn: {reason}'],
})

type Props = { readonly itemId: string; readonly toldVersion: number }

/** 第十六条: what whoever calls them says: the words that went, and those that came. @clause 16c */
export const WhatChanged = ({ itemId, toldVersion }: Props): ReactElement | null => {
  const text = useWords(said)
  const versions = useItem(itemId).data?.versions ?? []
  const [now] = versions
  const told = versions.find(({ version }) => version === toldVersion)
  if (now === undefined) return null
  return (
    <div role="group" aria-label={text.title} className="telling-change">
      {now.withdrawn === null ? null : <p>{fill(text.withdrawn, { reason: now.withdrawn.reason })}</p>}
      {told === undefined || told === now ? null : <Compared before={told} after={now} changesOnly />}
    </div>
  )
}
