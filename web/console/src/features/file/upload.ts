import { fileView, type FileView } from '@open12345/contract/work-order'
import { ApiError, problem } from '@open12345/contract/kernel'
import { currentLanguage } from '@open12345/ui/language.ts'

type Sending = { readonly fields?: Readonly<Record<string, string>>; readonly idempotencyKey?: string }

/** Sends one file as a multipart form, the fields first. */
export const sendFile = async (path: string, file: File, { fields = {}, idempotencyKey }: Sending = {}): Promise<Response> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file, file.name)
  const response = await fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'accept-language': currentLanguage(),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    body: form,
  })
  if (!response.ok) throw new ApiError(response.status, problem.safeParse(await response.json().catch(() => undefined)).data)
  return response
}

/** Attaches a file to an order; the answer is its description. */
export const uploadFile = async (orderId: string, file: File): Promise<FileView> => {
  const response = await sendFile(`/files?${new URLSearchParams({ orderId })}`, file)
  return fileView.parse(await response.json())
}

export const fileLink = (fileId: string): string => `/api/v1/files/${fileId}/content`
