import { z } from 'zod'
import { route, uuid } from '../kernel/index.ts'
import { fileView } from '../work-order/index.ts'

/**
 * Uploads are multipart (`POST /api/v1/files` for staff with ?orderId=, `POST /api/v1/requests/files` for citizens) and answer a `fileView`;
 * downloads stream the bytes. Types by content, not by name: jpeg, png, webp, pdf, docx, xlsx, mp3, wav, mp4; 20 MB each.
 */
export const uploaded = fileView
export const maxFileBytes = 20 * 1024 * 1024
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

export const fileRoutes = {
  readFile: route({
    method: 'GET',
    path: '/files/:fileId',
    summary: '附件信息 A file’s description',
    tag: 'files',
    access: { kind: 'staff', action: 'order.read' },
    params: z.object({ fileId: uuid }),
    response: fileView,
  }),
} as const
