import { fileView, type FileView } from '@open12345/contract/work-order'
import { ApiError, problem } from '@open12345/contract/kernel'
import { currentLanguage } from '@open12345/ui/language.ts'

/** Sends one file as a multipart form; the answer is its description. */
export const uploadFile = async (orderId: string, file: File): Promise<FileView> => {
  const form = new FormData()
  form.append('file', file, file.name)
  const response = await fetch(`/api/v1/files?${new URLSearchParams({ orderId })}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'accept-language': currentLanguage() },
    body: form,
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(response.status, problem.safeParse(body).data)
  const one: unknown = Array.isArray((body as { items?: unknown }).items) ? (body as { items: unknown[] }).items[0] : body
  return fileView.parse(one)
}

export const fileLink = (fileId: string): string => `/api/v1/files/${fileId}/content`
