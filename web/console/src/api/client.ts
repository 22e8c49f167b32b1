import { currentLanguage } from '@open12345/ui/language.ts'
import { accountRoutes } from '@open12345/contract/account'
import { answerRoutes } from '@open12345/contract/answer'
import { assistantRoutes } from '@open12345/contract/assistant'
import { auditRoutes } from '@open12345/contract/audit'
import { boardRoutes } from '@open12345/contract/board'
import { catalogueRoutes } from '@open12345/contract/catalogue'
import { clockRoutes } from '@open12345/contract/clock'
import { contactRoutes } from '@open12345/contract/contact'
import { departmentQueryRoutes } from '@open12345/contract/department-query'
import { incidentRoutes } from '@open12345/contract/incident'
import { clientOf, type Route } from '@open12345/contract/kernel'
import { conflictRoutes, gapRoutes, knowledgeAttachmentRoutes, knowledgeRoutes } from '@open12345/contract/knowledge'
import { bridgeRoutes } from '@open12345/contract/bridge'
import { linkageRoutes } from '@open12345/contract/linkage'
import { messageRoutes } from '@open12345/contract/message'
import { modelRoutes } from '@open12345/contract/model'
import { organisationRoutes, unitChangeRoutes } from '@open12345/contract/organisation'
import { relationRoutes } from '@open12345/contract/relation'
import { sessionRoutes } from '@open12345/contract/session'
import { topicRoutes } from '@open12345/contract/topic'
import { workOrderRoutes } from '@open12345/contract/work-order'

type Listener = () => void
const signedOut = new Set<Listener>()
/** Called when an answer says that nobody is signed in any more. */
export const onSignedOut = (listener: Listener): (() => void) => {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

const send: typeof fetch = async (...asked) => {
  const response = await fetch(...asked)
  if (response.status === 401) for (const listener of signedOut) listener()
  return response
}
const of = <C extends Record<string, Route>>(routes: C) => clientOf(routes, currentLanguage, '/api/v1', send)

/** Every route of the platform that a desk uses, typed by the contract. */
export const api = {
  ...of(accountRoutes),
  ...of(answerRoutes),
  ...of(assistantRoutes),
  ...of(auditRoutes),
  ...of(boardRoutes),
  ...of(catalogueRoutes),
  ...of(clockRoutes),
  ...of(contactRoutes),
  ...of(departmentQueryRoutes),
  ...of(incidentRoutes),
  ...of(knowledgeRoutes),
  ...of(knowledgeAttachmentRoutes),
  ...of(gapRoutes),
  ...of(conflictRoutes),
  ...of(bridgeRoutes),
  ...of(linkageRoutes),
  ...of(messageRoutes),
  ...of(modelRoutes),
  ...of(organisationRoutes),
  ...of(relationRoutes),
  ...of(sessionRoutes),
  ...of(topicRoutes),
  ...of(unitChangeRoutes),
  ...of(workOrderRoutes),
} as const
