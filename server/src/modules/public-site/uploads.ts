import { maxFiles } from '@open12345/contract/file'
import type { FileView } from '@open12345/contract/work-order'
import type { App } from '../../app.ts'
import type { Language } from '../../http/call.ts'
import type { PageCall } from '../../http/mount.ts'
import { browserOf, fileSentence, keepUpload, knownBrowser, unboundFiles, type Uploader } from '../file/index.ts'
import { fileIdsOf } from './request-input.ts'

/** Larger than a file may be: what is a little too large is told beside its field, not by the border. */
export const formUploads = { maxFiles, maxBytes: 24 * 1024 * 1024 }

export type Received = {
  readonly uploads: readonly FileView[]
  readonly problem: string | null
  /** Whose they are; undefined where there are none. */
  readonly uploader: Uploader | undefined
}

/** The files of a form: those that the script sent before, and those that came with it. */
export const receiveFiles = async (call: PageCall, app: App, language: Language): Promise<Received> => {
  // One for the whole form: a browser's first two files must not get two cookies.
  const uploader = call.files.length > 0 ? browserOf(call, app) : knownBrowser(call, app)
  if (uploader === undefined) return { uploads: [], problem: null, uploader }
  const uploads = [...(await unboundFiles(app, uploader, fileIdsOf(call.form)))]
  if (uploads.length + call.files.length > maxFiles)
    return { uploads, problem: fileSentence({ code: 'file.too-many', facts: { most: maxFiles } }, language), uploader }
  const problems: string[] = []
  for (const upload of call.files) {
    const kept = await keepUpload(app, upload, uploader)
    if (kept.ok) uploads.push(kept.value)
    else problems.push(fileSentence(kept.refusal, language, upload.name))
  }
  return { uploads, problem: problems.length > 0 ? problems.join(' ') : null, uploader }
}
