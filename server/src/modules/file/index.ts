import type { Mounted } from '../../http/mount.ts'
import { fileEndpoints } from './endpoints.ts'
import { fileRefusals, fileSentence } from './refusals.ts'
import { sweepFiles } from './sweep.ts'

export { fileSentence }
export { bindFiles } from './bind.ts'
export { keepUpload } from './endpoints.ts'
export { inspect } from './inspect.ts'
export { keepFile } from './keep.ts'
export { readAttached, readContent, type FileContent } from './read.ts'
export { sweepFiles } from './sweep.ts'
export type { FileTables } from './tables.ts'
export { browserOf, browserUploader, knownBrowser, uploadCookie, type Uploader } from './uploader.ts'
export { attachedFiles, filesOfOrder, unboundFiles } from './view.ts'

const anHour = 3_600_000

export const fileModule: Mounted = {
  name: 'file',
  endpoints: fileEndpoints,
  refusals: fileRefusals,
  jobs: [{ name: 'file-sweep', everyMs: anHour, work: async (app) => void (await sweepFiles(app)) }],
}
