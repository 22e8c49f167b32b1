import { z } from 'zod'
import { route, uuid } from '../kernel/index.ts'
import { fileView } from '../work-order/index.ts'

export const maxFileBytes = 20 * 1024 * 1024
/** How many files one request, or one addition to it, may carry. */
export const maxFiles = 9
export const acceptedMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'audio/mpeg',
  'audio/wav',
  'video/mp4',
] as const
/** What a file field of a page offers to choose. */
export const acceptedEndings = ['.jpg', '.jpeg', '.png', '.webp', '.pdf', '.docx', '.xlsx', '.mp3', '.wav', '.mp4'] as const

const params = z.object({ fileId: uuid })

/**
 * Uploads are multipart, one file each, in the field `file`. The type is told by the content and must agree with the name: jpeg, png, webp, pdf,
 * docx, xlsx, mp3, wav, mp4; 20 MB each. Pictures are written anew without what the camera wrote into them.
 * The bytes: `GET /files/:fileId/content` for staff, `GET /requests/mine/files/:fileId` for the requester.
 */
export const fileRoutes = {
  uploadOrderFile: route({
    method: 'POST',
    path: '/files',
    summary: '上传工单附件 Attach a file to an order (multipart)',
    tag: 'files',
    access: { kind: 'staff', action: 'order.read' },
    query: z.object({ orderId: uuid }),
    response: fileView,
    status: 201,
  }),
  uploadRequestFile: route({
    method: 'POST',
    path: '/requests/files',
    summary: '上传诉求附件 Upload a file for a request to come (multipart)',
    tag: 'files',
    access: { kind: 'public' },
    response: fileView,
    status: 201,
  }),
  readFile: route({
    method: 'GET',
    path: '/files/:fileId',
    summary: '附件信息 A file’s description',
    tag: 'files',
    access: { kind: 'staff', action: 'order.read' },
    params,
    response: fileView,
  }),
} as const
