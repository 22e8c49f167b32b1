import { mountPage, type Mounted } from '../../http/mount.ts'
import { filedPage, requestForm, submitRequest } from './file-request-page.ts'
import { aboutPage, homePage, knowledgeItemPage, knowledgePage, submitErrorReport } from './reading-pages.ts'
import {
  leaveRequest,
  requestApiFile,
  requestPageFile,
  requestPage,
  submitFacts,
  submitRating,
  submitReopening,
  submitTrack,
  submitWithdrawal,
  trackForm,
} from './request-page.ts'
import { sentencePage } from './sentence-page.ts'
import { formUploads } from './uploads.ts'

/** The citizen's pages: plain HTML that works before and without any script. */
export const publicSiteModule: Mounted = {
  name: 'public-site',
  sentencePage,
  endpoints: [
    mountPage({ method: 'GET', path: '/', handler: homePage }),
    mountPage({ method: 'GET', path: '/about', handler: aboutPage }),
    mountPage({ method: 'GET', path: '/knowledge', handler: knowledgePage }),
    mountPage({ method: 'GET', path: '/knowledge/:itemId', handler: knowledgeItemPage }),
    mountPage({ method: 'POST', path: '/knowledge/:itemId/report', handler: submitErrorReport }),
    mountPage({ method: 'GET', path: '/file', handler: requestForm }),
    mountPage({ method: 'POST', path: '/file', uploads: formUploads, handler: submitRequest }),
    mountPage({ method: 'GET', path: '/filed', handler: filedPage }),
    mountPage({ method: 'GET', path: '/track', handler: trackForm }),
    mountPage({ method: 'POST', path: '/track', handler: submitTrack }),
    mountPage({ method: 'POST', path: '/leave', handler: leaveRequest }),
    mountPage({ method: 'GET', path: '/request', handler: requestPage }),
    mountPage({ method: 'POST', path: '/request/facts', uploads: formUploads, handler: submitFacts }),
    mountPage({ method: 'POST', path: '/request/withdraw', handler: submitWithdrawal }),
    mountPage({ method: 'POST', path: '/request/rate', handler: submitRating }),
    mountPage({ method: 'POST', path: '/request/reopen', handler: submitReopening }),
    mountPage({ method: 'GET', path: '/request/files/:fileId', handler: requestPageFile }),
    mountPage({ method: 'GET', path: '/api/v1/requests/mine/files/:fileId', access: { kind: 'requester' }, handler: requestApiFile }),
  ],
}
