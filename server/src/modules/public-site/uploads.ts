import type { FileView } from '@open12345/contract/work-order'
import type { App } from '../../app.ts'
import type { Language } from '../../http/call.ts'
import type { PageCall } from '../../http/mount.ts'
import { fileSentence, keepUploads, knownBrowser, unboundFiles } from '../file/index.ts'
import { fileIdsOf } from './request-input.ts'

/** Larger than a file may be: what is a little too large is told beside its field, not by the border. */
export const formUploads = { maxFiles: 9, maxBytes: 24 * 1024 * 1024 }
export const mostFiles = 9

export type Received = { readonly uploads: readonly FileView[]; readonly problem: string | null }

/** The files of a form: those that the script sent before, and those that came with it. */
export const receiveFiles = async (call: PageCall, app: App, language: Language): Promise<Received> => {
  const uploader = knownBrowser(call, app)
  const before = uploader === undefined ? [] : await unboundFiles(app, uploader, fileIdsOf(call.form))
  if (before.length + call.files.length > mostFiles)
    return { uploads: before, problem: fileSentence({ code: 'file.too-many', facts: { most: mostFiles } }, language) }
  const kept: FileView[] = []
  for (const upload of call.files) {
    const decision = await keepUploads(call, app, [upload])
    if (!decision.ok) return { uploads: [...before, ...kept], problem: fileSentence(decision.refusal, language, upload.name) }
    kept.push(...decision.value)
  }
  return { uploads: [...before, ...kept], problem: null }
}
