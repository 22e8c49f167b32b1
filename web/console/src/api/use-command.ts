import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { isUncertain } from './problem.ts'
import { keys } from './keys.ts'

export type Attempt = { readonly idempotencyKey: string }

/**
 * One attempt has one Idempotency-Key. It is kept while nobody knows whether the command arrived and what is asked stays the same,
 * so that pressing the button again cannot do the thing twice.
 */
const useAttempt = () => {
  const kept = useRef<{ readonly asked: string; readonly key: string } | null>(null)
  return {
    keyFor: (asked: unknown): string => {
      const fingerprint = JSON.stringify(asked)
      if (kept.current?.asked !== fingerprint) kept.current = { asked: fingerprint, key: crypto.randomUUID() }
      return kept.current.key
    },
    settle: (): void => {
      kept.current = null
    },
  }
}

export const useCommand = <Asked, Answer>(
  send: (asked: Asked, attempt: Attempt) => Promise<Answer>,
  done?: (answer: Answer, asked: Asked) => void | Promise<void>,
): UseMutationResult<Answer, unknown, Asked> => {
  const attempt = useAttempt()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: Asked) => send(asked, { idempotencyKey: attempt.keyFor(asked) }),
    onSuccess: (answer, asked) => {
      attempt.settle()
      void queries.invalidateQueries({ queryKey: keys.orders })
      // Pending until that is over too.
      return done?.(answer, asked)
    },
    onError: (error) => {
      if (!isUncertain(error)) attempt.settle()
    },
  })
}
