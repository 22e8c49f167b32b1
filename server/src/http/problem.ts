import type { Problem } from '@open12345/contract/kernel'
import type { Refusal, RefusalTable } from '@open12345/domain/kernel'
import type { FastifyReply } from 'fastify'
import type { Language } from './call.ts'
import { sentenceOf, statusOf } from './refusals.ts'

/** Chinese unless the request likes English better. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const weights = { zh: 0, en: 0 }
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const [range = '', ...settings] = part.split(';').map((piece) => piece.trim())
    const quality = Number(settings.find((setting) => setting.startsWith('q='))?.slice(2) ?? 1)
    const language = range.split('-')[0]
    if ((language === 'zh' || language === 'en') && quality > weights[language]) weights[language] = quality
  }
  return weights.en > weights.zh ? 'en' : 'zh'
}

type Details = Pick<Problem, 'errors' | 'allowed' | 'reference'>

/** A refusal as RFC 9457 says it. A code without a sentence is a fault of ours, and says so. */
export const problemOf = (refusal: Refusal, table: RefusalTable, language: Language, details: Partial<Details> = {}): Problem => {
  const text = table[refusal.code]
  if (text === undefined) throw new Error(`refusal ${refusal.code} has no sentence`)
  const clause = refusal.clause ?? text.clause
  return {
    type: `urn:open12345:refusal:${refusal.code}`,
    title: sentenceOf(text[language], refusal.facts),
    status: statusOf(text.nature),
    code: refusal.code,
    ...(clause === undefined ? {} : { clause }),
    ...details,
  }
}

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.code(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem))
