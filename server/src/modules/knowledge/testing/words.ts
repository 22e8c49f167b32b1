import type { DraftView, KnowledgeContent } from '@open12345/contract/knowledge'
import type { Answer, Desk, Scene } from '../../../testing/scene.ts'

let written = 0
/** An item of the housing bureau with a title of its own. */
export const contentOf = (more: Partial<KnowledgeContent> = {}): KnowledgeContent => ({
  type: 'guide',
  title: `公租房怎样申请之${(written += 1)}`,
  variants: ['廉租房怎么申请'],
  keywords: ['公租房'],
  body: '向户籍所在地乡镇提出申请。',
  ownerUnitId: 'housing',
  document: { name: '演示：公租房办事指南', number: null, article: null },
  region: null,
  validFrom: '2026-01-01',
  validTo: null,
  reviewOn: null,
  ...more,
})

/** What was asked for; anything else is a fault of the test. */
export const must = <T>({ status, body }: Answer<T>): T => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

type Method = 'GET' | 'POST' | 'PUT'
type Ask = <T>(login: string, method: Method, path: string, body?: object, headers?: Record<string, string>) => Promise<Answer<T>>

/** Everybody signs in once. */
export const desksOf = (house: () => Scene): Ask => {
  const desks = new Map<string, Promise<Desk>>()
  return async (login, method, path, body, headers) => {
    const desk = desks.get(login) ?? house().desk(login)
    desks.set(login, desk)
    return (await desk)(method, path, body, headers)
  }
}

/** A draft's life: its clerk, its reviewer, the centre's editor. */
export const draftLife = (ask: Ask) => {
  const step = async (login: string, draft: DraftView, name: string): Promise<DraftView> =>
    must(await ask<DraftView>(login, 'POST', `/knowledge-drafts/${draft.draftId}/${name}`, { revision: draft.revision }))
  const write = async (content: KnowledgeContent, itemId: string | null = null): Promise<DraftView> =>
    must(await ask<DraftView>('clerk-housing', 'POST', '/knowledge-drafts', { itemId, content }))
  const vouch = async (draft: DraftView): Promise<DraftView> =>
    step('reviewer-housing', await step('clerk-housing', draft, 'submit'), 'vouch')
  const publish = async (draft: DraftView): Promise<DraftView> => step('knowledge-editor', await vouch(draft), 'publish')
  return { step, write, vouch, publish }
}
