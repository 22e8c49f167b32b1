import type { ContactView } from '@open12345/contract/contact'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { forgetDraft } from './draft.ts'

export const useContacts = () =>
  useQuery({ queryKey: keys.contacts, queryFn: ({ signal }) => api.currentContacts({ signal }), staleTime: 10_000 })

/** Answer, hang up and finish: what a seat does to a call. */
export const useContactSteps = ({ contactId }: ContactView) => {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.contacts })
  const params = { contactId }
  return {
    answer: useMutation({ mutationFn: () => api.answerContact({ params }), onSettled }),
    hangUp: useMutation({ mutationFn: () => api.hangUpContact({ params }), onSettled }),
    finish: useMutation({ mutationFn: () => api.finishContact({ params }), onSuccess: () => forgetDraft(contactId), onSettled }),
  }
}
