import { workOrderRoutes as routes } from '@open12345/contract/work-order'
import type { Endpoint } from '../../../http/mount.ts'
import { step } from './step.ts'

const proof = ({ proofFiles }: { readonly proofFiles: readonly string[] }) => proofFiles

/** 13-3, 13-4: ends by other ways than satisfaction, and what may follow an end. */
export const endingEndpoints: readonly Endpoint[] = [
  step(
    routes.explainToRequester,
    ({ reason, explanation, proofFiles }, words) => ({
      name: 'explain',
      reason,
      explanationText: words.put('unit-explanation', explanation),
      proofFiles,
    }),
    proof,
  ),
  step(routes.closeNoted, ({ basis }, words) => ({ name: 'close-noted', basisText: words.put('note-basis', basis) })),
  step(
    routes.disputeRating,
    ({ grounds, proofFiles }, words) => ({ name: 'dispute-rating', groundsText: words.put('dispute', grounds), proofFiles }),
    proof,
  ),
  step(routes.screenRating, ({ isOut, decision }, words) => ({
    name: 'screen-rating',
    isOut,
    decisionText: words.put('dispute', decision),
  })),
  step(routes.markOrder, ({ mark, citation }, words) => ({ name: 'mark', mark, citationText: words.put('citation', citation) })),
  step(routes.reopenOrder, ({ facts }, words) => ({ name: 'reopen', factsText: words.put('facts', facts) })),
  step(routes.linkRepeat, ({ ofOrderId }) => ({ name: 'link-repeat', ofOrderId })),
  step(
    routes.proposeTermination,
    ({ opinion, proofFiles }, words) => ({ name: 'propose-termination', opinionText: words.put('opinion', opinion), proofFiles }),
    proof,
  ),
  step(routes.confirmTermination, (body, words) =>
    body.confirmed
      ? { name: 'confirm-termination', confirmed: true }
      : { name: 'confirm-termination', confirmed: false, reasonText: words.put('reason', body.reason) },
  ),
  step(routes.explainTermination, ({ ofOrderId, explanation }, words) => ({
    name: 'explain-termination',
    ofOrderId,
    explanationText: words.put('explanation', explanation),
  })),
]
